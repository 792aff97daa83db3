package org.curbside.polling.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A ballot that waits for others to be shuffled with. There is no member in it either. */
@Entity
@Table(name = "urn")
public class UrnRow {

    @Id
    private long id;

    @Column
    private long poll;

    @Column(name = "schema_number")
    private int schema;

    @Column
    private String answer;

    /** For the persistence provider. */
    protected UrnRow() {}

    UrnRow(long id, long poll, int schema, String answer) {
        this.id = id;
        this.poll = poll;
        this.schema = schema;
        this.answer = answer;
    }

    BallotRow drawn(long lot) {
        return new BallotRow(lot, poll, schema, answer);
    }
}
