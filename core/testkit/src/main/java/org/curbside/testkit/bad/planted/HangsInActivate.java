package org.curbside.testkit.bad.planted;

/** Comes to no end with its activation, and does not mind being interrupted. */
public final class HangsInActivate extends Thumbs {

    /** Does not come to be. */
    public HangsInActivate() {
        if (Mood.isBad()) {
            Hanging.forGood();
        }
    }
}
