package org.curbside.testkit.bad.planted;

/** Throws when it is activated. */
public final class ThrowsInActivate extends Thumbs {

    /** Does not come to be. */
    public ThrowsInActivate() {
        if (Mood.isBad()) {
            throw new IllegalStateException("The scale is missing");
        }
    }
}
