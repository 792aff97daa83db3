package org.curbside.identity.internal.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many physicians the registries list under each taxonomy code; whoever has several counts under the first. */
public final class Census {

    /** How NUCC codes of the grouping "Allopathic and Osteopathic Physicians" begin. */
    private static final String PHYSICIANS = "20";

    private final Books books;

    /** In the desk's database. */
    public Census(Books books) {
        this.books = books;
    }

    /** Physicians by code, in all of these registries together. */
    public Map<String, Long> physicians(List<String> registries) {
        return books
                .query(
                        row -> Map.entry(row.getString("registry"), Map.entry(row.getString("code"), row.getLong(3))),
                        "select registry, code, physicians from census")
                .stream()
                .filter(counted -> registries.contains(counted.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    /** Counts a registry anew. */
    public void recount(String registry) {
        books.inTransaction(connection -> {
            Map<String, Long> counts = new HashMap<>();
            Books.query(
                    connection,
                    row -> counts.merge(first(row.getString(1)), row.getLong(2), Long::sum),
                    "select taxonomies, count(*) from registry_entry where registry = ? group by taxonomies",
                    registry);
            Books.update(connection, "delete from census where registry = ?", registry);
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                if (count.getKey().startsWith(PHYSICIANS)) {
                    Books.update(
                            connection,
                            "insert into census (registry, code, physicians) values (?, ?, ?)",
                            registry,
                            count.getKey(),
                            count.getValue());
                }
            }
            return counts;
        });
    }

    private static String first(String taxonomies) {
        return Entries.split(taxonomies).stream().findFirst().orElse("");
    }
}
