package org.curbside.membership.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A passkey, by the digest of its credential's id. */
@Entity
@Table(name = "passkey")
public class PasskeyRow {

    private static final int SHOWN = 16;

    @Id
    private String digest;

    @Column
    private long account;

    @Column
    private String name;

    @Column
    private String attested;

    @Column
    private long counter;

    @Column
    private String begun;

    @Column
    private String used;

    /** For the persistence provider. */
    protected PasskeyRow() {}

    /**
     * A passkey that was made today.
     *
     * @param attested its id and public key, as WebAuthn writes them, in base64url
     */
    public PasskeyRow(String digest, long account, String name, String attested, long counter, LocalDate today) {
        this.digest = digest;
        this.account = account;
        this.name = name;
        this.attested = attested;
        this.counter = counter;
        this.begun = today.toString();
        this.used = begun;
    }

    /** The digest of the credential's id. */
    public String digest() {
        return digest;
    }

    /** What it is called in addresses: a part of the digest. */
    public String id() {
        return digest.substring(0, SHOWN);
    }

    /** Whose it is. */
    public long account() {
        return account;
    }

    /** What its owner calls it. */
    public String name() {
        return name;
    }

    /** Its id and public key, in base64url. */
    public String attested() {
        return attested;
    }

    /** How often it has signed, if it counts. */
    public long counter() {
        return counter;
    }

    /** The day on which it was made. */
    public LocalDate begun() {
        return LocalDate.parse(begun);
    }

    /** The last day on which it was used. */
    public LocalDate used() {
        return LocalDate.parse(used);
    }

    void use(long counted, LocalDate today) {
        counter = counted;
        used = today.toString();
    }
}
