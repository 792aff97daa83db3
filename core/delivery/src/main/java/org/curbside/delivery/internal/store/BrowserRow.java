package org.curbside.delivery.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.store.InstantConverter;

/** A browser that is told by push, as it is kept: its endpoint sealed, and of a member whom it does not name. */
@Entity
@Table(name = "delivery_browser")
public class BrowserRow {

    @Id
    private String id;

    private String member;
    private String endpoint;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant rests;

    private int attempts;

    /** For the persistence provider. */
    protected BrowserRow() {}

    /** One that may be told from that moment on. */
    public BrowserRow(String id, String member, String endpoint, Instant rests) {
        this.id = id;
        this.member = member;
        this.endpoint = endpoint;
        this.rests = rests;
    }

    /** Stands for the endpoint. */
    public String id() {
        return id;
    }

    /** What stands for the member. */
    public String member() {
        return member;
    }

    /** The endpoint, sealed. */
    public String endpoint() {
        return endpoint;
    }

    /** How many pushes in a row failed. */
    public int attempts() {
        return attempts;
    }

    boolean mayBeTold(Instant now) {
        return !rests.isAfter(now);
    }

    void rest(Instant until) {
        rests = until;
    }

    void tried(boolean failed) {
        attempts = failed ? attempts + 1 : 0;
    }
}
