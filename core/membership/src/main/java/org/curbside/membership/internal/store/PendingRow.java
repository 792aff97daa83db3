package org.curbside.membership.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.store.InstantConverter;

/** Something that was begun and is finished once, by the digest of a secret. */
@Entity
@Table(name = "pending")
public class PendingRow {

    /** What it is. */
    public enum Kind {
        /** A sign-in whose password was right and whose code is missing. */
        CODE,
        /** A passkey's challenge, of whoever wants to sign in or to show who they are. */
        CHALLENGE,
        /** The challenge of a passkey that is being made for an account. */
        PASSKEY
    }

    @Id
    private String digest;

    @Column
    private String kind;

    @Column
    private long account;

    @Column
    private int tries;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant expires;

    /** For the persistence provider. */
    protected PendingRow() {}

    /** Something that begins. {@code account} is 0 where it is not known yet. */
    public PendingRow(String digest, Kind kind, long account, Instant expires) {
        this.digest = digest;
        this.kind = kind.name();
        this.account = account;
        this.expires = expires;
    }

    /** Whose it is; 0 where that is not known. */
    public long account() {
        return account;
    }

    boolean isOpen(Kind asked, Instant now, int most) {
        return kind.equals(asked.name()) && expires.isAfter(now) && tries < most;
    }

    void count() {
        tries++;
    }
}
