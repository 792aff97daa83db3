package org.curbside.membership.internal.store;

import java.time.Instant;
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

    @Id
    private String digest;

    @Column
    private long account;

    @Column
    @Convert(converter = InstantConverter.class)
    private Instant expires;

    /** For the persistence provider. */
    protected SessionRow() {}

    /** A session that begins. */
    public SessionRow(String digest, long account, Instant expires) {
        this.digest = digest;
        this.account = account;
        this.expires = expires;
    }
}
