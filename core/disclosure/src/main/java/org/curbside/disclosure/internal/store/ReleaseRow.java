package org.curbside.disclosure.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.store.InstantConverter;

/** A release as it is kept. */
@Entity
@Table(name = "release")
public class ReleaseRow {

    @Id
    private String id;

    @Column
    private String query;

    @Column
    private String week;

    @Column
    private long basis;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant issued;

    private String body;

    /** For the persistence provider. */
    protected ReleaseRow() {}

    /**
     * A release that is not stored yet.
     *
     * @param week a Monday
     * @param basis how many ballots it was made of, or 0
     */
    public ReleaseRow(String id, String query, String week, long basis, Instant issued, String body) {
        this.id = id;
        this.query = query;
        this.week = week;
        this.basis = basis;
        this.issued = issued;
        this.body = body;
    }

    String query() {
        return query;
    }

    /** The Monday of the week in which it was made. */
    public String week() {
        return week;
    }

    /** How many ballots it was made of, or 0. */
    public long basis() {
        return basis;
    }

    /** What the gate wrote. */
    public String body() {
        return body;
    }
}
