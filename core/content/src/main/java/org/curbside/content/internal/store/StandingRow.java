package org.curbside.content.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Standing;
import org.curbside.content.internal.consensus.Wilson;
import org.jspecify.annotations.Nullable;

/** A member's standing by the last fit. */
@Entity
@Table(name = "standing")
public class StandingRow {

    private static final int ENOUGH = 10;

    /** What later showed says as much as so many colleagues. */
    private static final int OF_AN_OUTCOME = 5;

    @Id
    private long member;

    private int agree;
    private int partly;
    private int disagree;

    @Column(name = "borne_out")
    private int borneOut;

    @Column(name = "not_borne_out")
    private int notBorneOut;

    /** For the persistence provider. */
    protected StandingRow() {}

    StandingRow(long member, Standing standing) {
        this.member = member;
        this.agree = standing.agree();
        this.partly = standing.partly();
        this.disagree = standing.disagree();
        this.borneOut = standing.borneOut();
        this.notBorneOut = standing.notBorneOut();
    }

    long member() {
        return member;
    }

    /** A lower bound of the share that agrees, or null while too little is known. */
    static @Nullable Double score(@Nullable StandingRow row) {
        if (row == null) {
            return null;
        }
        int known = row.agree + row.partly + row.disagree + OF_AN_OUTCOME * (row.borneOut + row.notBorneOut);
        return known < ENOUGH
                ? null
                : Wilson.of(row.agree + row.partly / 2.0 + OF_AN_OUTCOME * row.borneOut, known)
                        .low();
    }

    /** So many ratings, or outcomes, of one kind. */
    static Standing part(Object kind, int count) {
        return new Standing(
                kind == Rating.AGREE ? count : 0,
                kind == Rating.PARTLY ? count : 0,
                kind == Rating.DISAGREE ? count : 0,
                kind == Hindsight.BORNE_OUT ? count : 0,
                kind == Hindsight.NOT_BORNE_OUT ? count : 0);
    }

    static Standing together(Standing one, Standing other) {
        return new Standing(
                one.agree() + other.agree(),
                one.partly() + other.partly(),
                one.disagree() + other.disagree(),
                one.borneOut() + other.borneOut(),
                one.notBorneOut() + other.notBorneOut());
    }

    Standing standing() {
        return new Standing(agree, partly, disagree, borneOut, notBorneOut);
    }
}
