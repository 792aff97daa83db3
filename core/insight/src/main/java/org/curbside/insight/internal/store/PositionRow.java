package org.curbside.insight.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The last event that a listener has counted. */
@Entity
@Table(name = "insight_position")
public class PositionRow {

    @Id
    private String listener;

    private long position;

    /** For the persistence provider. */
    protected PositionRow() {}

    PositionRow(String listener) {
        this.listener = listener;
    }

    /** Moves on; false if the event was counted before. */
    boolean moveTo(long next) {
        boolean fresh = next > position;
        position = Math.max(position, next);
        return fresh;
    }
}
