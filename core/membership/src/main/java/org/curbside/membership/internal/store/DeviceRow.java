package org.curbside.membership.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A browser that has signed in to an account, by the digest of what it keeps. */
@Entity
@Table(name = "device")
public class DeviceRow {

    @Id
    private String digest;

    @Column
    private long account;

    @Column
    private String used;

    /** For the persistence provider. */
    protected DeviceRow() {}

    /** One that has just signed in. */
    public DeviceRow(String digest, long account, LocalDate used) {
        this.digest = digest;
        this.account = account;
        this.used = used.toString();
    }

    String digest() {
        return digest;
    }

    LocalDate used() {
        return LocalDate.parse(used);
    }

    long account() {
        return account;
    }
}
