package org.curbside.content.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.curbside.api.content.Rating;
import org.curbside.api.membership.Member;
import org.jspecify.annotations.Nullable;

/** One member's rating of one comment. */
@Entity
@Table(name = "rating")
@IdClass(RatingRow.Key.class)
public class RatingRow {

    @Id
    private long advice;

    @Id
    private long member;

    @Enumerated(EnumType.STRING)
    private Rating rating;

    /** Read by the queries of {@link ConsensusStore} only; null where the rating is older than the column. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable String expertise;

    /** Read and written by the queries of {@link ConsensusStore} only. */
    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable")
    private @Nullable Rating fitted;

    /** For the persistence provider. */
    protected RatingRow() {}

    RatingRow(long advice, Member rater, Rating rating) {
        this.advice = advice;
        this.member = rater.id();
        this.expertise = rater.specialty();
        this.rating = rating;
    }

    long advice() {
        return advice;
    }

    Rating rating() {
        return rating;
    }

    /** As a number: 1 agrees, 0 does not. */
    static double value(Rating rating) {
        return switch (rating) {
            case AGREE -> 1;
            case PARTLY -> 0.5;
            case DISAGREE -> 0;
        };
    }

    void revise(Rating revised) {
        this.rating = revised;
    }

    /** Which comment, and whose rating. */
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
