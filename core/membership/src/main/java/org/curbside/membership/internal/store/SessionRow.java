package org.curbside.membership.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.store.InstantConverter;

/** A session, by the digest of its secret. */
@Entity
@Table(name = "session")
public class SessionRow {

    private static final int SHOWN = 16;

    @Id
    private String digest;

    @Column
    private long account;

    @Column
    private String device;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant expires;

    @Column
    private String begun;

    @Column
    private String used;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant confirmed;

    /** For the persistence provider. */
    protected SessionRow() {}

    /** A session that begins today in a browser, and in which nothing has to be confirmed again until then. */
    public SessionRow(String digest, DeviceRow device, Instant expires, LocalDate today, Instant confirmed) {
        this.digest = digest;
        this.account = device.account();
        this.device = device.digest();
        this.expires = expires;
        this.begun = today.toString();
        this.used = begun;
        this.confirmed = confirmed;
    }

    /** The digest of its secret. */
    public String digest() {
        return digest;
    }

    /** What it is called where its owner sees it: a part of the digest, which opens nothing. */
    public String id() {
        return digest.substring(0, SHOWN);
    }

    /** Whose it is. */
    public long account() {
        return account;
    }

    /** The browser in which it is. */
    String device() {
        return device;
    }

    Instant expires() {
        return expires;
    }

    /** The day on which it began. */
    public LocalDate begun() {
        return LocalDate.parse(begun);
    }

    /** The last day on which anything was asked for in it. */
    public LocalDate used() {
        return LocalDate.parse(used);
    }

    /** Until when nothing has to be confirmed again. */
    public Instant confirmed() {
        return confirmed;
    }

    void use(LocalDate today) {
        if (today.isAfter(used())) {
            used = today.toString();
        }
    }

    void confirm(Instant until) {
        confirmed = until;
    }
}
