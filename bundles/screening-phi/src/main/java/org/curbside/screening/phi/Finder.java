package org.curbside.screening.phi;

/** One way to look for what could identify a patient. */
interface Finder {

    void find(Words words, Findings findings);

    /** Takes what was found. */
    interface Findings {

        /** From the first to after the last character of the plain text. */
        void add(Kind kind, int start, int end);
    }
}
