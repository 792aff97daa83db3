package org.curbside.api.membership;

/**
 * A verified physician, known by a pseudonym only.
 *
 * @param name the pseudonym
 * @param specialty the code of the specialty that the licence desk vouched for
 * @param moderator whether an operator has made a moderator of the member
 */
public record Member(long id, String name, String specialty, boolean moderator) implements Visitor {

    /** A member like most. */
    public Member(long id, String name, String specialty) {
        this(id, name, specialty, false);
    }
}
