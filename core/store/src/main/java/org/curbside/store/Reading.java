package org.curbside.store;

import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/**
 * Reads rows that are shown and not changed. Of those the persistence provider keeps no copy, and does not look at the end of a
 * transaction, nor before each query in it, whether they are as they were.
 *
 * <p>Not for a transaction that changes anything: such a query may run on a connection of its own, does not see what the transaction has
 * changed so far, and while it waits for one more connection another is held.
 */
public final class Reading {

    private static final String READ_ONLY = "eclipselink.read-only";

    private Reading() {}

    /** A query whose rows are not changed. */
    public static <T> TypedQuery<T> query(EntityManager em, String query, Class<T> type) {
        return em.createQuery(query, type).setHint(READ_ONLY, true);
    }

    /** The row with that key, which is not changed. */
    public static <T> Optional<T> find(EntityManager em, Class<T> type, Object key) {
        return Optional.ofNullable(em.find(type, key, Map.of(READ_ONLY, true)));
    }
}
