package org.curbside.membership.internal.store;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.store.InstantConverter;

/** Tries since the last right one, from one place. */
@Entity
@Table(name = "tries")
public class TryRow {

    /** Tries without a wait between them. */
    static final int FREE = 5;

    /** After so long without a try, all is forgotten. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 7;

    @Id
    private String counter;

    @Column
    private int failures;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant retry;

    /** For the persistence provider. */
    protected TryRow() {}

    TryRow(String counter) {
        this.counter = counter;
        this.retry = Instant.EPOCH;
    }

    /** Counts a try, or none if it is too early for another. The wait doubles from half a minute to 64 minutes. */
    boolean count(Instant now) {
        if (retry.isAfter(now)) {
            return false;
        }
        failures = retry.plus(REMEMBERED).isBefore(now) ? 1 : failures + 1;
        int doublings = Math.min(failures - FREE, DOUBLINGS);
        retry = doublings < 0 ? now : now.plus(FIRST_WAIT.multipliedBy(1L << doublings));
        return true;
    }
}
