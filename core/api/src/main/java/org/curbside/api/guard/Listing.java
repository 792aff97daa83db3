package org.curbside.api.guard;

import java.util.List;
import java.util.Optional;

/**
 * An add-on that is installed, or could be.
 *
 * @param name its symbolic name
 * @param installed as it is now, if it is
 * @param available the newest version that a feature repository has, if any has one
 * @param signer of the installed version, else of the available one; empty if nobody signed it
 * @param provides each extension point that it serves or would serve, with the lasting id where that is known
 */
public record Listing(
        String name,
        Optional<AddOn> installed,
        Optional<String> available,
        Optional<String> signer,
        List<String> provides) {

    /** Keeps a copy of what it provides. */
    public Listing {
        provides = List.copyOf(provides);
    }

    /** Whether the repositories have another version than the one that is installed. */
    public boolean another() {
        return available
                .filter(version -> installed
                        .filter(addOn -> !addOn.version().equals(version))
                        .isPresent())
                .isPresent();
    }
}
