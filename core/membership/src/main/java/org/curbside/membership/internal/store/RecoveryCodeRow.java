package org.curbside.membership.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A code that stands in once for one of the authenticator app, by its digest. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCodeRow {

    @Id
    private String digest;

    @Column
    private long account;

    /** For the persistence provider. */
    protected RecoveryCodeRow() {}

    RecoveryCodeRow(String digest, long account) {
        this.digest = digest;
        this.account = account;
    }
}
