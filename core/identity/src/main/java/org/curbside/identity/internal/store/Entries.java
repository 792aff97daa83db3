package org.curbside.identity.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryEntry.OtherName;
import org.curbside.spi.verification.Verdict;

/** Registry entries as rows. */
public final class Entries {

    private static final String SEPARATOR = "\n";
    private static final String FIELD = "\t";
    private static final int LONGEST_KEY = 120;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final String NEVER = "9999-12-31";
    private static final List<String> COLUMNS = List.of(
            "registry",
            "number",
            "given_name",
            "family_name",
            "credential",
            "status",
            "taxonomies",
            "licences",
            "address",
            "other_names",
            "telephone",
            "expires",
            "weight",
            "load_no");
    private static final int NUMERIC = COLUMNS.indexOf("weight");

    /** What a row of the same load gives way to: a worse word, or one as bad that ends no later. */
    private static final String GIVES_WAY =
            "(%1$s.load_no < %2$s.load_no or (%1$s.load_no = %2$s.load_no and (%1$s.weight < %2$s.weight"
                    + " or (%1$s.weight = %2$s.weight and %1$s.expires >= %2$s.expires))))";

    private static final String H2 = "merge into registry_entry t using (values (" + casts() + ")) s ("
            + String.join(", ", COLUMNS) + ") on t.registry = s.registry and t.number = s.number"
            + " when matched and " + String.format(GIVES_WAY, "t", "s") + " then update set " + updates("t.", "s")
            + " when not matched then insert (" + String.join(", ", COLUMNS) + ") values (" + values("s.") + ")";
    private static final String POSTGRESQL = "insert into registry_entry (" + String.join(", ", COLUMNS) + ") values ("
            + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "))
            + ") on conflict (registry, number) do update set " + updates("", "excluded") + " where "
            + String.format(GIVES_WAY, "registry_entry", "excluded");
    private static final String KEY_H2 =
            "merge into registry_key (registry, search, number, load_no) key (registry, search, number) values (?, ?, ?, ?)";
    private static final String KEY_POSTGRESQL = "insert into registry_key (registry, search, number, load_no)"
            + " values (?, ?, ?, ?) on conflict (registry, search, number) do update set load_no = excluded.load_no";

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

    /** The entries that are found by a key, few. */
    public List<RegistryEntry> search(String registry, String key) {
        return books.query(
                Entries::read,
                "select e.* from registry_key k join registry_entry e"
                        + " on e.registry = k.registry and e.number = k.number"
                        + " where k.registry = ? and k.search = ? order by e.number fetch first 200 rows only",
                registry,
                key);
    }

    /** Finds licences by their digits. */
    public static String licenceKey(String digits) {
        return cut("L" + digits);
    }

    /** Finds people by their names. */
    public static String nameKey(String name) {
        return cut("N" + name);
    }

    private static String cut(String key) {
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
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
                && address(entry).length() <= 1_000
                && otherNames(entry).length() <= 1_000
                && entry.telephone().length() <= 40
                && entry.expires().map(day -> day.getYear() <= 9999).orElse(true);
    }

    /** Adds entries or overwrites those that are there, in a running transaction; of no load, and found by number only. */
    public static void store(Connection connection, String registry, Collection<RegistryEntry> entries)
            throws SQLException {
        store(
                connection,
                registry,
                0,
                entries.stream()
                        .map(entry -> new Kept(entry, Verdict.ACTIVE, Set.of()))
                        .toList());
    }

    /**
     * Adds entries of a load, each number once, in a running transaction. One that is there from an earlier load is
     * overwritten, one from a later load stays, and of one from the same load the worse of both.
     */
    public static void store(Connection connection, String registry, int load, Collection<Kept> entries)
            throws SQLException {
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        try (PreparedStatement statement = connection.prepareStatement(h2 ? H2 : POSTGRESQL);
                PreparedStatement keys = connection.prepareStatement(h2 ? KEY_H2 : KEY_POSTGRESQL)) {
            boolean any = false;
            for (Kept kept : entries) {
                bind(statement, registry, kept.entry());
                statement.setInt(13, kept.weight());
                statement.setInt(14, load);
                statement.addBatch();
                for (String key : kept.keys()) {
                    keys.setString(1, registry);
                    keys.setString(2, key);
                    keys.setString(3, kept.entry().number());
                    keys.setInt(4, load);
                    keys.addBatch();
                    any = true;
                }
            }
            statement.executeBatch();
            if (any) {
                keys.executeBatch();
            }
        }
    }

    /** Removes what a full load has not brought and no later one has, and tells how many entries. */
    public static long prune(Connection connection, String registry, int load) throws SQLException {
        Books.update(connection, "delete from registry_key where registry = ? and load_no < ?", registry, load);
        return Books.update(
                connection, "delete from registry_entry where registry = ? and load_no < ?", registry, load);
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
        statement.setString(10, otherNames(entry));
        statement.setString(11, plain(entry.telephone()));
        statement.setString(12, entry.expires().map(LocalDate::toString).orElse(NEVER));
    }

    private static String casts() {
        return IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> i < NUMERIC ? "cast(? as varchar)" : "cast(? as integer)")
                .collect(Collectors.joining(", "));
    }

    private static String updates(String left, String right) {
        return COLUMNS.stream()
                .skip(2)
                .map(column -> left + column + " = " + right + "." + column)
                .collect(Collectors.joining(", "));
    }

    private static String values(String prefix) {
        return COLUMNS.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    private static String otherNames(RegistryEntry entry) {
        return entry.otherNames().stream()
                .map(name -> plain(name.givenName()) + FIELD + plain(name.familyName()))
                .collect(Collectors.joining(SEPARATOR));
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
        List<OtherName> otherNames = new ArrayList<>();
        for (String line : split(row.getString("other_names"))) {
            int field = line.indexOf(FIELD);
            otherNames.add(new OtherName(line.substring(0, field), line.substring(field + 1)));
        }
        String expires = row.getString("expires");
        return new RegistryEntry(
                row.getString("number"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("credential"),
                row.getString("status"),
                split(row.getString("taxonomies")),
                licences,
                address.isEmpty() ? Optional.empty() : Optional.of(new PostalAddress(address)),
                expires.equals(NEVER) ? Optional.empty() : Optional.of(LocalDate.parse(expires)),
                otherNames,
                row.getString("telephone"));
    }

    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR, -1));
    }

    /**
     * An entry as it is kept.
     *
     * @param verdict what the registry says of it now
     * @param keys by which it is found, beside its number
     */
    public record Kept(RegistryEntry entry, Verdict verdict, Set<String> keys) {

        /** Takes a copy. */
        public Kept {
            keys = Set.copyOf(keys);
        }

        int weight() {
            return switch (verdict) {
                case ACTIVE -> 0;
                case INDETERMINATE -> 1;
                case INACTIVE -> 2;
            };
        }

        private LocalDate end() {
            return entry.expires().orElse(LocalDate.MAX);
        }

        /** The one of both that counts; the later row if they are as bad. */
        public static Kept worse(Kept earlier, Kept later) {
            boolean keep = earlier.weight() > later.weight()
                    || (earlier.weight() == later.weight() && earlier.end().isBefore(later.end()));
            Kept worse = keep ? earlier : later;
            Set<String> all = new HashSet<>(earlier.keys);
            all.addAll(later.keys);
            return new Kept(worse.entry, worse.verdict, all);
        }
    }
}
