package org.curbside.web.internal;

import org.curbside.api.polling.Poll;
import org.curbside.api.refusal.Refusal;

/** A ballot as a form. A poll refuses the whole of it, which its first field then stands for. */
final class Ballot {

    /** What its fields' names begin with. */
    static final String PREFIX = "ballot.";

    private Ballot() {}

    static Form refused(Exchange exchange, Poll poll, Refusal refusal) {
        String[] fields =
                poll.ballot().stream().map(field -> PREFIX + field.name()).toArray(String[]::new);
        boolean whole = "ballot".equals(refusal.field()) && fields.length > 0;
        return Form.of(
                exchange, whole ? Refusal.invalid(refusal.name(), fields[0], refusal.sentence()) : refusal, fields);
    }
}
