package org.curbside.identity.internal.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curbside.spi.verification.RegistryEntry;

/** The rows since the last that are on disk. */
final class Batch {

    private static final int FULL = 2_000;

    private final Map<String, RegistryEntry> entries = new LinkedHashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private long accepted;

    /** A number that comes twice is kept once, as it came last: one statement may not write a row twice. */
    void add(RegistryEntry entry) {
        entries.put(entry.number(), entry);
        accepted++;
    }

    void reject(long line, String reason) {
        rejects.add(new Reject(line, reason));
    }

    boolean full() {
        return rows() >= FULL;
    }

    long rows() {
        return accepted + rejects.size();
    }

    long accepted() {
        return accepted;
    }

    Collection<RegistryEntry> entries() {
        return entries.values();
    }

    List<Reject> rejects() {
        return rejects;
    }

    /** The counts so far with this batch's added. */
    Map<String, Long> reasons(Map<String, Long> before) {
        Map<String, Long> reasons = new TreeMap<>(before);
        rejects.forEach(reject -> reasons.merge(reject.reason(), 1L, Long::sum));
        return reasons;
    }

    void clear() {
        entries.clear();
        rejects.clear();
        accepted = 0;
    }

    /** A line that cannot be used; the header is line 1. */
    record Reject(long line, String reason) {}
}
