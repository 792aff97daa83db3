package org.curbside.api.moderation;

/** How a colleague finds the tone of advice, whatever they think of what it says. */
public enum Tone {
    /** An example to others. */
    COURTEOUS,
    /** Rough, but about the matter. */
    BLUNT,
    /** About the person. */
    UNCIVIL
}
