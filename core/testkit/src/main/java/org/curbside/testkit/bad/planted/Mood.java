package org.curbside.testkit.bad.planted;

/** Whether an add-on misbehaves here. A latent one does in a platform only, and not while admission tries it. */
final class Mood {

    private static final String LATENT = "/latent";
    private static final String IN_A_PLATFORM = "karaf.base";

    private Mood() {}

    static boolean isBad() {
        return Mood.class.getResource(LATENT) == null || System.getProperty(IN_A_PLATFORM) != null;
    }
}
