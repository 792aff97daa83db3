package org.curbside.moderation.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.curbside.api.content.Post;
import org.curbside.api.moderation.Tone;
import org.jspecify.annotations.Nullable;

/** How one member finds the tone of one piece of advice. */
@Entity
@Table(name = "moderation_tone")
@IdClass(ToneRow.Key.class)
@SuppressWarnings("UnusedVariable") // some of it is read by queries only
public class ToneRow {

    @Id
    private long advice;

    @Id
    private long member;

    private long question;
    private long author;

    @Enumerated(EnumType.STRING)
    private Tone tone;

    /** For the persistence provider. */
    protected ToneRow() {}

    ToneRow(Post advice, long member, Tone tone) {
        this.advice = advice.id();
        this.member = member;
        this.question = advice.question();
        this.author = advice.member();
        this.tone = tone;
    }

    long advice() {
        return advice;
    }

    Tone tone() {
        return tone;
    }

    void revise(Tone anew) {
        tone = anew;
    }

    /** Which advice, and whose view. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long advice;
        private long member;

        /** For the persistence provider. */
        public Key() {}

        Key(long advice, long member) {
            this.advice = advice;
            this.member = member;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.advice == advice && key.member == member;
        }

        @Override
        public int hashCode() {
            return Objects.hash(advice, member);
        }
    }
}
