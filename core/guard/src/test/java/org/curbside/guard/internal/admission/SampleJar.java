package org.curbside.guard.internal.admission;

import org.curbside.testkit.bundle.AddOnJar;

/** An add-on's jar: one poll type, built as a partner's build would, unless a test says otherwise. */
final class SampleJar {

    static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\",org.curbside.spi.export;version=\"[1.0,2)\"";
    private static final String PLANTED = "org.curbside.guard.internal.admission.planted.";

    private SampleJar() {}

    /** The poll type that is right. */
    static AddOnJar fine() {
        return of("fine", "FinePoll");
    }

    /** A poll type among those that are planted. */
    static AddOnJar of(String id, String type) {
        return AddOnJar.named("partner.poll", "1.2.0")
                .with("Import-Package", SPI)
                .offering("poll", "curbside.poll.type", id, "poll.PollType", PLANTED + type)
                .withClasses(
                        SampleJar.class.getClassLoader(),
                        PLANTED + "FinePoll",
                        PLANTED + "Wrong",
                        PLANTED + "SecretActivator",
                        PLANTED + type);
    }
}
