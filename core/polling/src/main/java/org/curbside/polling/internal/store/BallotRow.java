package org.curbside.polling.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A ballot. There is no member in it, and its id is drawn by lot. */
@Entity
@Table(name = "ballot")
public class BallotRow {

    @Id
    private long id;

    @Column
    private long poll;

    @Column(name = "schema_number")
    private int schema;

    @Column
    private String answer;

    /** For the persistence provider. */
    protected BallotRow() {}

    BallotRow(long id, long poll, int schema, String answer) {
        this.id = id;
        this.poll = poll;
        this.schema = schema;
        this.answer = answer;
    }
}
