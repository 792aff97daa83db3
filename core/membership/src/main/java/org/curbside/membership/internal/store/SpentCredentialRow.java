package org.curbside.membership.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A credential that has made a member, by its digest. */
@Entity
@Table(name = "spent_credential")
public class SpentCredentialRow {

    @Id
    private String digest;

    @Column
    private String epoch;

    /** For the persistence provider. */
    protected SpentCredentialRow() {}

    /** A credential being spent in the epoch that it was issued for. */
    public SpentCredentialRow(String digest, String epoch) {
        this.digest = digest;
        this.epoch = epoch;
    }

    /** Identifies it. */
    public String digest() {
        return digest;
    }
}
