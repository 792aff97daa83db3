package org.curbside.membership.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.credential.IssuerKey;

/** A key of the licence desk's, as it was first shown. */
@Entity
@Table(name = "known_key")
public class KnownKeyRow {

    @Id
    private int place;

    @Column(name = "grp")
    private String group;

    private String epoch;
    private String spki;
    private String chain;

    /** For the persistence provider. */
    protected KnownKeyRow() {}

    /** The first place is 1, for EclipseLink takes 0 for none. */
    KnownKeyRow(int place, IssuerKey key) {
        this.place = place;
        this.group = key.group();
        this.epoch = key.epoch().toString();
        this.spki = key.spki();
        this.chain = key.chain();
    }

    IssuerKey key() {
        return new IssuerKey(group, LocalDate.parse(epoch), spki, chain);
    }
}
