package org.curbside.api.guard;

import java.util.Optional;

/** A slice that keeps what refers to add-ons tells how much that is, and no more. */
public interface Dependents {

    /**
     * What is stored that needs an add-on.
     *
     * @param extensionPoint such as {@code poll.PollType}
     * @param id the add-on's lasting id there
     * @return in a few words, such as "12 polls"; empty if it is nothing, or not this slice's
     */
    Optional<String> on(String extensionPoint, String id);
}
