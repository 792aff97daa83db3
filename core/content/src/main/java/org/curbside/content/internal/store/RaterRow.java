package org.curbside.content.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.content.internal.consensus.Taste;

/** What the last fit knows of a rater. */
@Entity
@Table(name = "consensus_rater")
public class RaterRow {

    @Id
    private long member;

    private double intercept;
    private double factor;

    /** For the persistence provider. */
    protected RaterRow() {}

    RaterRow(long member, Taste taste) {
        this.member = member;
        this.intercept = taste.intercept();
        this.factor = taste.factor();
    }

    long member() {
        return member;
    }

    Taste taste() {
        return new Taste(intercept, factor);
    }
}
