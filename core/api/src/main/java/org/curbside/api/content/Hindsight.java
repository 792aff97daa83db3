package org.curbside.api.content;

/** What later showed about a piece of advice, by whoever asked. */
public enum Hindsight {
    /** It was right. */
    BORNE_OUT,
    /** It was not. */
    NOT_BORNE_OUT
}
