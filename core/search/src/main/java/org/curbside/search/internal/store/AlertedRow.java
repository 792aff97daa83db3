package org.curbside.search.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Up to where questions were held against every saved search. */
@Entity
@Table(name = "search_alerted")
public class AlertedRow {

    static final int ONLY = 1;

    @Id
    private int id;

    private long position;

    /** For the persistence provider. */
    protected AlertedRow() {}

    long position() {
        return position;
    }

    void moveTo(long next) {
        position = next;
    }
}
