package org.curbside.api.guard;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The add-ons that are installed and those that could be, as the feature repositories name them. A feature that needs
 * {@code curbside-core} is looked into, and each of its bundles that is an add-on is listed.
 */
@ProviderType
public interface Catalogue {

    /** All of them, by name. */
    List<Listing> listings();

    /**
     * Fetches the jar of the newest version that the repositories have.
     *
     * @return a file that is the platform's own, and stays until the same add-on is fetched again
     * @throws org.curbside.api.refusal.Refusal when no repository has an add-on of that name, or its jar cannot be read
     */
    Path fetch(String name);
}
