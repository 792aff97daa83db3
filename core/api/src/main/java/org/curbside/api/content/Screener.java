package org.curbside.api.content;

import org.osgi.annotation.versioning.ProviderType;

/** Looks at everything that a member writes before any of it is stored. */
@ProviderType
public interface Screener {

    /**
     * Lets a text pass, or refuses it.
     *
     * @param field the input field that it stands in
     * @param confirmed whether the author says that nobody can be recognised by it
     * @throws org.curbside.api.refusal.Refusal when the text could identify a patient, quoting where; when there is
     *     HTML in it, or characters that nobody can see; or while no screening is installed
     */
    void check(String field, String text, boolean confirmed);
}
