package org.curbside.notification.internal.store;

import javax.persistence.Entity;
import javax.persistence.EntityManager;
import javax.persistence.Id;
import javax.persistence.LockModeType;
import javax.persistence.Table;

/** The last event that a listener has handled, or the last number that was drawn. */
@Entity
@Table(name = "notification_position")
public class PositionRow {

    @Id
    private String listener;

    private long position;
    private long drawn;

    /** For the persistence provider. */
    protected PositionRow() {}

    private PositionRow(String listener) {
        this.listener = listener;
    }

    /** The one of that name, locked until the transaction ends. */
    static PositionRow locked(EntityManager em, String listener) {
        PositionRow row = em.find(PositionRow.class, listener, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new PositionRow(listener);
            em.persist(row);
            em.flush();
        }
        return row;
    }

    /** Whether the event was handled before. */
    boolean isPast(long event) {
        return event <= position;
    }

    /** The event is handled. */
    void moveTo(long event) {
        position = Math.max(position, event);
        drawn = 0;
    }

    /** The number of the event that is being told; the same again after that broke off. */
    long drawn(PositionRow clock) {
        if (drawn == 0) {
            drawn = clock.next();
        }
        return drawn;
    }

    /** Draws a number. */
    long next() {
        return ++position;
    }

    long position() {
        return position;
    }
}
