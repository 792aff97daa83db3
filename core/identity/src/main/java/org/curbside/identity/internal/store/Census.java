package org.curbside.identity.internal.store;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many physicians the registries list under each taxonomy code; whoever has several counts under the first, and whoever may not
 * practise not at all.
 */
public final class Census {

    /** How NUCC codes of the grouping "Allopathic and Osteopathic Physicians" begin. */
    private static final String PHYSICIANS = "20";

    private final Books books;

    /** In the desk's database. */
    public Census(Books books) {
        this.books = books;
    }

    /** Physicians by code. */
    public Map<String, Long> physicians() {
        return books
                .query(
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        "select code, sum(physicians) from census group by code")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Counts a registry anew, in which everybody is listed once: a national one. */
    public void recount(String registry) {
        books.inTransaction(connection -> {
            Map<String, Long> counts = new HashMap<>();
            Books.query(
                    connection,
                    row -> counts.merge(first(row.getString(1)), row.getLong(2), Long::sum),
                    "select taxonomies, count(*) from registry_entry where registry = ? and weight < 2 group by taxonomies",
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
