package org.curbside.api.guard;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs add-ons that admission takes, and goes back to the version before when one does not work out. Whatever is done or
 * refused is in the {@link Audit} under the name of {@code who} asked for it.
 */
@ProviderType
public interface Installer {

    /**
     * Installs an add-on, or updates the one of the same name, and starts it. What does not start is taken back: then the
     * version before, if there was one, runs again.
     *
     * @return what runs now
     * @throws org.curbside.api.refusal.Refusal when admission refuses it, or it does not start; the message says why
     */
    AddOn install(Path jar, String who);

    /**
     * As {@link #install}, but only where an add-on of that name is installed.
     *
     * @return what runs now
     * @throws org.curbside.api.refusal.Refusal also when there is no such add-on
     */
    AddOn update(Path jar, String who);

    /**
     * Goes back to the version before the last update; once more, and it is undone.
     *
     * @return what runs now
     * @throws org.curbside.api.refusal.Refusal when there is no such add-on, no version before, or that one does not fit
     *     what is here and what is stored by now
     */
    AddOn rollback(String name, String who);

    /**
     * Removes an add-on. What was asked and answered with it stays readable.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such add-on
     */
    void uninstall(String name, String who);
}
