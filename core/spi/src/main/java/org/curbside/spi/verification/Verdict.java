package org.curbside.spi.verification;

/** What a registry says of a licence. */
public enum Verdict {
    /** The source's own, clean word that the physician may practise. */
    ACTIVE,
    /** The source's own word that they may not. */
    INACTIVE,
    /** Anything else; a person decides. An unknown word is never guessed. */
    INDETERMINATE
}
