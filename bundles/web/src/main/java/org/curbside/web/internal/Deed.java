package org.curbside.web.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operator can do about an add-on that is installed. */
public enum Deed {
    /** The version before. */
    ROLLBACK(
            "Roll back",
            "The version from before the last update runs again. Whether it still fits what is here, and can read what is"
                    + " stored, is looked at first; that takes some seconds."),
    /** No version for now. */
    QUARANTINE(
            "Quarantine",
            "This version is stopped and stays so, also after a restart. If the version before it was kept, that one runs"
                    + " again."),
    /** This version again. */
    RELEASE("Release", "It is let out of quarantine and started."),
    /** No version any more. */
    UNINSTALL(
            "Uninstall",
            "It goes, and with it the kept copy of the version before. What was asked and answered with it stays readable.");

    private final String label;
    private final String meaning;

    Deed(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    static Optional<Deed> of(String word) {
        return Stream.of(values()).filter(deed -> deed.word().equals(word)).findFirst();
    }

    /** On buttons and in titles. */
    public String label() {
        return label;
    }

    /** What will happen, in sentences. */
    public String meaning() {
        return meaning;
    }

    /** In addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks for a reason. */
    public boolean needsReason() {
        return this == QUARANTINE;
    }
}
