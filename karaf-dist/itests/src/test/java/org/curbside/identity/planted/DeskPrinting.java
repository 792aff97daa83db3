package org.curbside.identity.planted;

/** Planted: the licence desk writes on the console, which ends in the log. */
public final class DeskPrinting {

    private DeskPrinting() {}

    static void claimed(String name) {
        System.out.println(name);
    }
}
