package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;

/** Registry entries as rows. */
public final class Entries {

    private static final String COLUMNS =
            "(registry, number, given_name, family_name, credential, status, taxonomies, licences, address)";
    private static final String H2 =
            "merge into registry_entry " + COLUMNS + " key (registry, number) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String POSTGRESQL = "insert into registry_entry " + COLUMNS
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (registry, number) do update set"
            + " given_name = excluded.given_name, family_name = excluded.family_name,"
            + " credential = excluded.credential, status = excluded.status, taxonomies = excluded.taxonomies,"
            + " licences = excluded.licences, address = excluded.address";

    private final Books books;

    /** In the desk's database. */
    public Entries(Books books) {
        this.books = books;
    }

    /** The entry with that number. */
    public Optional<RegistryEntry> find(String registry, String number) {
        return books.first(
                Entries::read, "select * from registry_entry where registry = ? and number = ?", registry, number);
    }

    /** How many a registry has. */
    public long count(String registry) {
        return books.first(row -> row.getLong(1), "select count(*) from registry_entry where registry = ?", registry)
                .orElse(0L);
    }

    /** Adds entries, or overwrites those that are there, in a running transaction. */
    public static void store(Connection connection, String registry, List<RegistryEntry> entries) throws SQLException {
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        try (PreparedStatement statement = connection.prepareStatement(h2 ? H2 : POSTGRESQL)) {
            for (RegistryEntry entry : entries) {
                bind(statement, registry, entry);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, String registry, RegistryEntry entry) throws SQLException {
        statement.setString(1, registry);
        statement.setString(2, entry.number());
        statement.setString(3, cut(entry.givenName(), 150));
        statement.setString(4, cut(entry.familyName(), 150));
        statement.setString(5, cut(entry.credential(), 100));
        statement.setString(6, cut(entry.status(), 100));
        statement.setString(7, cut(String.join(" ", entry.taxonomies()), 200));
        statement.setString(8, cut(licences(entry), 1000));
        statement.setString(
                9,
                cut(String.join("\n", entry.address().map(PostalAddress::lines).orElse(List.of())), 500));
    }

    private static String licences(RegistryEntry entry) {
        return String.join(
                "\n",
                entry.licences().stream()
                        .map(licence -> licence.state() + " " + licence.number())
                        .toList());
    }

    private static RegistryEntry read(ResultSet row) throws SQLException {
        List<String> address = split(row.getString("address"), "\n");
        List<Licence> licences = new ArrayList<>();
        for (String line : split(row.getString("licences"), "\n")) {
            int blank = line.indexOf(' ');
            licences.add(new Licence(line.substring(0, blank), line.substring(blank + 1)));
        }
        return new RegistryEntry(
                row.getString("number"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("credential"),
                row.getString("status"),
                split(row.getString("taxonomies"), " "),
                licences,
                address.isEmpty() ? Optional.empty() : Optional.of(new PostalAddress(address)));
    }

    private static List<String> split(String text, String separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
    }

    private static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters);
    }
}
