package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;

/** Registry entries as rows. */
public final class Entries {

    private static final String SEPARATOR = "\n";
    private static final String FIELD = "\t";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
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

    /** Whether an entry can be found again and fits into a row; the widths are those of the table. */
    public static boolean keeps(RegistryEntry entry) {
        return !entry.number().isBlank()
                && plain(entry.number()).equals(entry.number())
                && entry.number().length() <= 40
                && entry.givenName().length() <= 300
                && entry.familyName().length() <= 300
                && entry.credential().length() <= 200
                && entry.status().length() <= 200
                && joined(entry.taxonomies()).length() <= 400
                && licences(entry).length() <= 2_000
                && address(entry).length() <= 1_000;
    }

    /** Adds entries, each number once, or overwrites those that are there, in a running transaction. */
    public static void store(Connection connection, String registry, Collection<RegistryEntry> entries)
            throws SQLException {
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
        statement.setString(3, plain(entry.givenName()));
        statement.setString(4, plain(entry.familyName()));
        statement.setString(5, plain(entry.credential()));
        statement.setString(6, plain(entry.status()));
        statement.setString(7, joined(entry.taxonomies()));
        statement.setString(8, licences(entry));
        statement.setString(9, address(entry));
    }

    private static String joined(List<String> values) {
        return values.stream().map(Entries::plain).collect(Collectors.joining(SEPARATOR));
    }

    private static String licences(RegistryEntry entry) {
        return entry.licences().stream()
                .map(licence -> plain(licence.state()) + FIELD + plain(licence.number()))
                .collect(Collectors.joining(SEPARATOR));
    }

    private static String address(RegistryEntry entry) {
        return joined(entry.address().map(PostalAddress::lines).orElse(List.of()));
    }

    /** Control characters separate values here, and PostgreSQL takes no NUL. */
    private static String plain(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                ? text
                : CONTROL.matcher(text).replaceAll(" ");
    }

    private static RegistryEntry read(ResultSet row) throws SQLException {
        List<String> address = split(row.getString("address"));
        List<Licence> licences = new ArrayList<>();
        for (String line : split(row.getString("licences"))) {
            int field = line.indexOf(FIELD);
            licences.add(new Licence(line.substring(0, field), line.substring(field + 1)));
        }
        return new RegistryEntry(
                row.getString("number"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("credential"),
                row.getString("status"),
                split(row.getString("taxonomies")),
                licences,
                address.isEmpty() ? Optional.empty() : Optional.of(new PostalAddress(address)));
    }

    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1));
    }
}
