package org.curbside.moderation.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Where the record ends. */
@Entity
@Table(name = "moderation_head")
public class HeadRow {

    static final int ONLY = 1;

    @Id
    private int id;

    private long number;
    private String digest = "";

    /** For the persistence provider. */
    protected HeadRow() {}

    /** The next entry; from now on the record ends with it. */
    EntryRow next(EntryRow.Done done) {
        EntryRow entry = new EntryRow(++number, done, digest);
        digest = entry.digest();
        return entry;
    }
}
