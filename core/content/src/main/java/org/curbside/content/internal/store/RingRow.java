package org.curbside.content.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A member who is in a ring by the last fit. */
@Entity
@Table(name = "consensus_ring")
public class RingRow {

    @Id
    private long member;

    private long ring;

    /** For the persistence provider. */
    protected RingRow() {}

    RingRow(long member, long ring) {
        this.member = member;
        this.ring = ring;
    }

    long member() {
        return member;
    }

    long ring() {
        return ring;
    }
}
