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
    private String client;

    @Column
    private String query;

    @Column
    private String week;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant issued;

    private String body;

    /** For the persistence provider. */
    protected ReleaseRow() {}

    /** A release that is not stored yet; {@code week} is a Monday. */
    public ReleaseRow(String id, String client, String query, String week, Instant issued, String body) {
        this.id = id;
        this.client = client;
        this.query = query;
        this.week = week;
        this.issued = issued;
        this.body = body;
    }

    String client() {
        return client;
    }

    String query() {
        return query;
    }

    String week() {
        return week;
    }

    String body() {
        return body;
    }
}
