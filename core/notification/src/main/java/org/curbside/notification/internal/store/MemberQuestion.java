package org.curbside.notification.internal.store;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which member, and which question. */
public class MemberQuestion implements Serializable {
    private static final long serialVersionUID = 1L;
    private long member;
    private long question;

    /** For the persistence provider. */
    public MemberQuestion() {}

    MemberQuestion(long member, long question) {
        this.member = member;
        this.question = question;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberQuestion key && key.member == member && key.question == question;
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, question);
    }
}
