package org.curbside.testkit.canary;

/** An add-on did what none may; the message is a sentence about it, which begins with "It". */
final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    Broken(String sentence) {
        super(sentence);
    }

    static void unless(boolean kept, String sentence) throws Broken {
        if (!kept) {
            throw new Broken(sentence);
        }
    }
}
