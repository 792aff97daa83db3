package org.curbside.identity.internal.store;

import java.util.Base64;
import java.util.function.Supplier;

/** The desk's secrets, made at first use and kept in its own database. */
public final class Secrets {

    private final Books books;

    /** In the desk's database. */
    public Secrets(Books books) {
        this.books = books;
    }

    /** The secret with that name, or a fresh one, kept. */
    public byte[] get(String name, Supplier<byte[]> fresh) {
        String kept = books.inTransaction(connection -> {
            var found = Books.query(
                    connection, row -> row.getString(1), "select content from desk_secret where name = ?", name);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            String made = Base64.getEncoder().encodeToString(fresh.get());
            Books.update(connection, "insert into desk_secret (name, content) values (?, ?)", name, made);
            return made;
        });
        return Base64.getDecoder().decode(kept);
    }
}
