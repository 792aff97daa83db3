package org.curbside.api.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The operator's side of the licence desk. */
@ProviderType
public interface DeskOffice {

    /** Letters that have not been answered yet, oldest first. */
    List<Letter> letters();

    /** Claims that wait for a person, oldest first. */
    List<Review> reviews();

    /**
     * Decides on a claim.
     *
     * @throws org.curbside.api.refusal.Refusal when no such claim waits, or no reason is given
     */
    void decide(long number, boolean approve, @Nullable String reason);

    /**
     * Ends a case, so that its licence can be claimed anew: the physician lost the key, or the letter went astray. Within an
     * epoch the new case gives the same credential as the old.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such case or it has ended, or no reason is given
     */
    void close(long number, @Nullable String reason);
}
