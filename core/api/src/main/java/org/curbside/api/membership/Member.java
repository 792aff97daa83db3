package org.curbside.api.membership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A verified physician, known by a pseudonym only.
 *
 * @param name the pseudonym
 * @param specialty the code of the specialty that the licence desk vouches for
 * @param moderator whether an operator has made a moderator of the member
 * @param renewBy the last day on which the member may go without a fresh credential, once there could be one
 */
public record Member(long id, String name, String specialty, boolean moderator, Optional<LocalDate> renewBy)
        implements Visitor {

    /** A member like most, whose credential is of the present epoch. */
    public Member(long id, String name, String specialty) {
        this(id, name, specialty, false, Optional.empty());
    }
}
