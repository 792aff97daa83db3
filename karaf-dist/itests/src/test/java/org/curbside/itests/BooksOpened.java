package org.curbside.itests;

import static java.util.stream.Collectors.toMap;
import static org.curbside.itests.OperatorsDayIT.instance;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.curbside.testkit.NppesFile;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Somebody has taken everything that the instance keeps after its day: both databases with the order of their rows and the desk's
 * secret, all logs, the audit, every other file, and its metrics as they were last. Whose is which pseudonym?
 */
public class BooksOpened {

    /** Letters, digits and what joins them in keys and digests. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/_=-]{16,}");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern PSEUDONYM = Pattern.compile("member(\\d+)");

    private static Book desk;
    private static Book community;
    private static String metrics;

    @BeforeClass
    public static void openTheBooks() throws Exception {
        metrics = instance().metrics();
        instance().kill();
        desk = new Book(instance().data().resolve("desk/db"));
        community = new Book(instance().data().resolve("community/db"));
    }

    @Test
    public void theDeskHasNoPseudonymAndTheCommunityNoName() throws Exception {
        Set<String> pseudonyms = new TreeSet<>(community.column("select name from account where role = 'MEMBER'"));
        assertTrue(pseudonyms.toString(), pseudonyms.size() > 15 && pseudonyms.contains("kestrel"));
        pseudonyms.retainAll(desk.words());
        assertEquals(Set.of(), pseudonyms);

        Set<String> names = new TreeSet<>(desk.column("select number from licence_case"));
        assertTrue(names.toString(), names.contains(NppesFile.npi(0)));
        names.addAll(desk.column("select family_name from registry_entry where family_name not like '% %'"));
        names.addAll(desk.column("select licence_number from licence_case where licence_number <> ''"));
        names.retainAll(community.words());
        assertEquals(Set.of(), names);
    }

    /** What is in both books could join them. Only the keys may be, which everybody is shown. */
    @Test
    public void nothingIsInBothBooksButTheDirectoryOfKeys() throws Exception {
        Set<String> open = new HashSet<>(desk.column("select spki from issuer_key"));
        open.addAll(desk.column("select chain from issuer_key"));
        Set<String> both = desk.tokens();
        both.retainAll(community.tokens());
        assertFalse("the search finds nothing at all", both.isEmpty());
        both.removeAll(open);
        both.remove("CURRENT_TIMESTAMP");
        assertEquals(Set.of(), both);
    }

    /** Neither book's people are in a log, the audit, any other file that is no book, or the metrics. */
    @Test
    public void noOtherFileNamesAnybody() throws Exception {
        Set<String> people = new HashSet<>(desk.column("select number from licence_case"));
        people.addAll(community.column("select name from account where role = 'MEMBER'"));
        people.addAll(community.column("select member_key from account where member_key is not null"));
        people.addAll(community.column("select digest from spent_credential"));
        people.addAll(desk.column("select key_digest from licence_case"));
        Set<String> named = new TreeSet<>();
        int looked = 0;
        for (Path file : files()) {
            looked++;
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            people.stream()
                    .filter(text::contains)
                    .map(person -> file.getFileName() + " names " + person)
                    .forEach(named::add);
        }
        assertTrue("looked into " + looked, looked > 5);
        assertTrue(metrics, metrics.contains("curbside_"));
        people.stream()
                .filter(metrics::contains)
                .map(person -> "metrics name " + person)
                .forEach(named::add);
        assertEquals(Set.of(), named);
    }

    /** The index is a copy out of the community's book, and has of people what members see of each other. */
    @Test
    public void theSearchIndexHasPseudonymsAndNothingElseOfAnybody() throws Exception {
        Set<String> hidden = new HashSet<>(desk.column("select number from licence_case"));
        hidden.addAll(desk.column("select licence_number from licence_case where licence_number <> ''"));
        hidden.addAll(desk.column("select key_digest from licence_case"));
        hidden.addAll(community.column("select member_key from account where member_key is not null"));
        hidden.addAll(community.column("select digest from spent_credential"));
        StringBuilder index = new StringBuilder();
        for (Path file : files(instance().data().resolve("search"))) {
            index.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertTrue("the index has the community's pseudonyms", index.indexOf("kestrel") >= 0);
        hidden.removeIf(one -> index.indexOf(one) < 0);
        assertEquals(Set.of(), hidden);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Logs, audit, settings; not the books, nor what is made of them to search in, nor the jars and classes in the cache. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(instance().data().getParent())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of("data", "etc", "out.log")
                            .anyMatch(part -> file.startsWith(instance().etc().resolveSibling(part))))
                    .filter(file -> Stream.of("cache", "search")
                            .noneMatch(part -> file.startsWith(instance().data().resolve(part))))
                    .filter(file -> !file.toString().matches(".*/(desk|community)/db\\..*|.*\\.jar"))
                    .toList();
        }
    }

    /**
     * The books are in some order, whatever is done about it. The desk's secret tells which credential was signed for whom, so that the
     * order of signing is known to the last; the other book's order is that of joining. Between the two everybody waited.
     */
    @Test
    public void noOrderOfTheRowsTellsWhoIsWho() throws Exception {
        List<String> signed = desk.column("select ledger from issued order by _rowid_");
        Map<String, String> npis = desk.column("select number from licence_case").stream()
                .collect(toMap(BooksOpened::ledger, npi -> npi, (one, again) -> one));
        List<String> bySigning = signed.stream().map(npis::get).toList();
        assertTrue("the secret tells whose each is", new HashSet<>(npis.values()).containsAll(bySigning));
        List<String> byClaim = desk.column("select number from licence_case order by id");

        List<String> members = community.column("select name from account where role = 'MEMBER' order by id");
        Map<String, String> truth = members.stream()
                .filter(name -> PSEUDONYM.matcher(name).matches())
                .collect(toMap(
                        name -> name, name -> NppesFile.npi(Integer.parseInt(name.substring("member".length())))));
        List<String> names = members.stream().filter(truth::containsKey).toList();
        Map<String, List<String>> orders = new HashMap<>();
        orders.put("claims", known(byClaim, truth));
        orders.put("signatures", known(bySigning, truth));
        List<String> rows = community.column("select name from account where role = 'MEMBER' order by _rowid_").stream()
                .filter(truth::containsKey)
                .toList();
        orders.forEach((what, order) -> {
            assertEquals(what, truth.size(), order.size());
            assertByChance(what + " against accounts", order, names, truth);
            assertByChance(what + " against rows", order, rows, truth);
            List<String> backwards = order.stream()
                    .sorted(Comparator.comparing(order::indexOf).reversed())
                    .toList();
            assertByChance(what + " backwards", backwards, names, truth);
        });
        assertEquals(
                "the attack finds everybody where nobody waits",
                truth.size(),
                hits(names.stream().map(truth::get).toList(), names, truth));
    }

    private static List<String> known(List<String> npis, Map<String, String> truth) {
        return npis.stream().filter(truth::containsValue).toList();
    }

    /** In an order drawn by lot one is right on average, and six or more in about one of 1,700 orders. */
    private static void assertByChance(String what, List<String> npis, List<String> names, Map<String, String> truth) {
        int hits = hits(npis, names, truth);
        assertTrue(what + ": " + hits + " of " + names.size(), hits < 6);
    }

    private static int hits(List<String> npis, List<String> names, Map<String, String> truth) {
        return (int) IntStream.range(0, names.size())
                .filter(n -> npis.get(n).equals(truth.get(names.get(n))))
                .count();
    }

    /** As the desk calls a licence in its ledger, by the secret that lies beside it. */
    private static String ledger(String npi) {
        try {
            String secret = desk.column("select content from desk_secret where name = 'seal'")
                    .get(0);
            String epoch = desk.column("select epoch from issued").get(0);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            byte[] digest = mac.doFinal(("credential|nppes|" + npi + "|" + epoch).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A database as its files are. */
    private record Book(Path files) {

        List<String> column(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + files, "sa", "");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }

        Set<String> words() throws SQLException {
            return found(WORD);
        }

        Set<String> tokens() throws SQLException {
            return found(TOKEN);
        }

        private Set<String> found(Pattern form) throws SQLException {
            return column("script").stream()
                    .flatMap(line -> form.matcher(line).results())
                    .map(found -> found.group())
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
