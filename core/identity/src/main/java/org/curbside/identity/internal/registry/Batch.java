package org.curbside.identity.internal.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curbside.identity.internal.store.Entries.Kept;
import org.curbside.spi.verification.RejectedRow;

/** The rows since the last that are on disk. */
final class Batch {

    private static final int FULL = 2_000;

    private final Map<String, Kept> entries = new LinkedHashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private long accepted;
    private long refused;

    /** A number that comes twice is kept once: one statement may not write a row twice. */
    void add(Kept entry) {
        entries.merge(entry.entry().number(), entry, Kept::worse);
        accepted++;
    }

    void reject(long line, String reason, RejectedRow row) {
        refused++;
        reasons.merge(reason, 1L, Long::sum);
        if (!row.isExpected()) {
            rejects.add(new Reject(line, reason));
        }
    }

    boolean full() {
        return rows() >= FULL;
    }

    long rows() {
        return accepted + refused;
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    Collection<Kept> entries() {
        return entries.values();
    }

    /** Those that somebody might have to correct. */
    List<Reject> rejects() {
        return rejects;
    }

    /** The counts so far with this batch's added. */
    Map<String, Long> reasons(Map<String, Long> before) {
        Map<String, Long> all = new TreeMap<>(before);
        reasons.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return all;
    }

    void clear() {
        entries.clear();
        rejects.clear();
        reasons.clear();
        accepted = 0;
        refused = 0;
    }

    /** A line that cannot be used; the header is line 1. */
    record Reject(long line, String reason) {}
}
