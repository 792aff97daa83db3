package org.curbside.testkit.bad.planted;

/** Ends the process in which it is activated. */
public final class EndsTheProcess extends Thumbs {

    private static final int CODE = 42;

    /** Has had enough. */
    public EndsTheProcess() {
        if (Mood.isBad()) {
            System.exit(CODE);
        }
    }
}
