package org.curbside.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Fills the migrated and empty database of an instance that does not run with a community: for each hundred comments five members, twenty
 * questions and five hundred ratings, and what members watch and were told. Every tenth question has twenty comments, the others three or
 * four. What depends on each other agrees; nothing has been fitted, as if the last fit were just over.
 */
public final class Populate {

    static final int MEMBERS_SIGNED_IN = 200;
    static final int COMMENTS_ON_FULL = 20;
    static final int EVERY = 10;

    private static final int RATINGS_EACH = 5;
    private static final int AT_ONCE = 200;
    private static final int SEED = 11;
    private static final List<String> SPECIALTIES = List.of(
            "207R00000X",
            "207Q00000X",
            "208000000X",
            "207RC0000X",
            "207P00000X",
            "207V00000X",
            "2084P0800X",
            "2084N0400X",
            "207RX0202X",
            "207RI0200X",
            "207N00000X",
            "208600000X");
    private static final List<String> TOPICS = List.of("stroke", "anticoagulation", "sepsis", "pregnancy", "pain");

    private final Connection connection;
    private final Library library = new Library(0);
    private final SplittableRandom lot = new SplittableRandom(SEED);
    private final long members;
    private final long questions;
    private final Instant now = Instant.now();
    private long comments;

    private Populate(Connection connection, long comments) {
        this.connection = connection;
        this.members = Math.max(MEMBERS_SIGNED_IN, comments / 20);
        this.questions = comments / RATINGS_EACH;
    }

    /** JDBC URL, user, comments. */
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "")) {
            connection.setAutoCommit(false);
            new Populate(connection, Long.parseLong(arguments[2])).fill();
        }
    }

    /** What a member's session is opened with. */
    static String token(int member) {
        return "bench-" + member;
    }

    private void fill() throws SQLException {
        accounts();
        try (Batch question = batch(
                        "insert into question (id, version, member, pseudonym, expertise, channel, topics, title, body,"
                                + " comments, asked, first_reply) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                Batch advice =
                        batch("insert into advice (id, version, question, member, pseudonym, expertise, body, written,"
                                + " agree, partly, disagree, counted) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
                Batch rating =
                        batch("insert into rating (advice, member, rating, fitted, expertise) values (?, ?, ?, ?, ?)");
                Batch subscription = batch(
                        "insert into subscription (member, subject, name, usual) values (?, 'QUESTION', ?, 'WATCHING')");
                Batch entry = batch(
                        "insert into inbox_entry (member, question, moved, asked, advice, concluded, minority, moderated,"
                                + " happened, seen) values (?, ?, ?, false, 1, false, false, false, ?, ?)")) {
            for (long id = 1; id <= questions; id++) {
                question(id, question, advice, rating, subscription, entry);
                if (id % AT_ONCE == 0 || id == questions) {
                    for (Batch batch : List.of(question, advice, rating, subscription, entry)) {
                        batch.send();
                    }
                    connection.commit();
                }
            }
        }
        run("update consensus_fit set number = 1, opinions = " + comments * RATINGS_EACH + ", finished = true");
        run("insert into notification_position (listener, position, drawn) values ('clock', " + questions + ", 0)");
        for (String sequence : List.of("account_seq", "question_seq", "comment_seq")) {
            run("alter sequence " + sequence + " restart with " + (members + questions + comments + 100));
        }
        connection.commit();
    }

    private void accounts() throws SQLException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Batch account = batch(
                        "insert into account (id, version, name, name_key, role, specialty, password, member_key, epoch)"
                                + " values (?, 0, ?, ?, 'MEMBER', ?, '', ?, ?)");
                Batch session = batch("insert into session (digest, account, expires, device, begun, used, confirmed)"
                        + " values (?, ?, ?, '', ?, ?, ?)")) {
            for (long member = 1; member <= members; member++) {
                account.add(member, name(member), name(member), specialty(member), "key" + member, "" + today);
                if (member <= MEMBERS_SIGNED_IN) {
                    Timestamp later = Timestamp.from(now.plus(Duration.ofDays(1)));
                    session.add(digest(token((int) member)), member, later, "" + today, "" + today, later);
                }
            }
            account.send();
            session.send();
        }
    }

    private void question(long id, Batch question, Batch advice, Batch rating, Batch subscription, Batch entry)
            throws SQLException {
        long asker = member();
        int given = id % EVERY == 0 ? COMMENTS_ON_FULL : 3 + (id % 3 == 0 ? 1 : 0);
        Instant asked = now.minus(Duration.ofDays(365))
                .plus(Duration.ofDays(365).multipliedBy(id).dividedBy(questions + 1));
        TreeSet<Long> watching = new TreeSet<>(List.of(asker));
        question.add(
                id,
                asker,
                name(asker),
                specialty(asker),
                SPECIALTIES.get(lot.nextInt(SPECIALTIES.size())),
                TOPICS.get(lot.nextInt(TOPICS.size())),
                library.text(lot, 8),
                library.text(lot, 80),
                given,
                Timestamp.from(asked),
                Timestamp.from(asked.plusSeconds(600)));
        for (int n = 0; n < given; n++) {
            watching.add(advice(id, asker, asked.plusSeconds(600L * (n + 1)), advice, rating));
        }
        for (long member : watching) {
            subscription.add(member, "" + id);
        }
        entry.add(asker, id, id, Timestamp.from(asked.plusSeconds(600)), lot.nextInt(10) > 0);
    }

    private long advice(long question, long asker, Instant written, Batch advice, Batch rating) throws SQLException {
        long id = ++comments;
        long author = other(asker);
        TreeSet<Long> raters = new TreeSet<>();
        while (raters.size() < RATINGS_EACH) {
            raters.add(other(author));
        }
        int[] counts = new int[3];
        for (long rater : raters) {
            int given = Math.max(0, lot.nextInt(6) - 3);
            counts[given]++;
            String name = List.of("AGREE", "PARTLY", "DISAGREE").get(given);
            rating.add(id, rater, name, name, specialty(rater));
        }
        advice.add(
                id,
                question,
                author,
                name(author),
                specialty(author),
                library.text(lot, 60),
                Timestamp.from(written),
                counts[0],
                counts[1],
                counts[2]);
        return author;
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private long member() {
        return 1 + lot.nextLong(members);
    }

    private long other(long than) {
        long member = member();
        return member == than ? 1 + member % members : member;
    }

    private static String name(long member) {
        return "member" + member;
    }

    private static String specialty(long member) {
        return SPECIALTIES.get((int) (member % SPECIALTIES.size()));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Batch batch(String sql) throws SQLException {
        return new Batch(connection.prepareStatement(sql));
    }

    /** Rows for one table, sent together. */
    private static final class Batch implements AutoCloseable {
        private final PreparedStatement insert;

        Batch(PreparedStatement insert) {
            this.insert = insert;
        }

        void add(Object... row) throws SQLException {
            for (int at = 0; at < row.length; at++) {
                insert.setObject(at + 1, row[at]);
            }
            insert.addBatch();
        }

        void send() throws SQLException {
            insert.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
