package org.curbside.moderation.internal.store;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.curbside.api.moderation.Act;
import org.curbside.store.InstantConverter;
import org.jspecify.annotations.Nullable;

/** A member's token bucket for an act, kept as the time at which it will be full (generic cell rate algorithm, ITU-T I.371). */
@Entity
@Table(name = "moderation_allowance")
@IdClass(AllowanceRow.Key.class)
public class AllowanceRow {

    @Id
    private long member;

    @Id
    @Enumerated(EnumType.STRING)
    private Act act;

    @Column(name = "full_at")
    @Convert(converter = InstantConverter.class)
    private Instant fullAt;

    /** For the persistence provider. */
    protected AllowanceRow() {}

    AllowanceRow(long member, Act act, Instant now) {
        this.member = member;
        this.act = act;
        this.fullAt = now;
    }

    /**
     * Takes a token if there is one.
     *
     * @param each how long until one more is there
     * @param most how many there can be
     * @return how long until there is one; zero if one was taken
     */
    Duration take(Duration each, int most, Instant now) {
        Instant from = fullAt.isBefore(now) ? now : fullAt;
        Duration wait = Duration.between(now, from.minus(each.multipliedBy(most - 1L)));
        if (!wait.isNegative() && !wait.isZero()) {
            return wait;
        }
        fullAt = from.plus(each);
        return Duration.ZERO;
    }

    /** Whose, and for what. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long member;
        private @Nullable Act act;

        /** For the persistence provider. */
        public Key() {}

        Key(long member, Act act) {
            this.member = member;
            this.act = act;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.member == member && key.act == act;
        }

        @Override
        public int hashCode() {
            return Objects.hash(member, act);
        }
    }
}
