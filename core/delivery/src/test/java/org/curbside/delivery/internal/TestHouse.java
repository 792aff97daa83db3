package org.curbside.delivery.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Author;
import org.curbside.api.content.Question;
import org.curbside.api.content.Waiting;
import org.curbside.api.delivery.NewHours;
import org.curbside.api.delivery.Rhythm;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Visitor;
import org.curbside.api.notification.News;
import org.curbside.api.refusal.Refusal;
import org.curbside.delivery.internal.store.DeliveryStore;
import org.curbside.testkit.MovableClock;
import org.curbside.testkit.jpa.LocalJpa;

/** The whole slice on a database of its own, in a community of two, with a clock that tests move. */
final class TestHouse implements AutoCloseable {

    static final Member HERON = new Member(918_273_645, "heron", "cardiology");
    static final Member STORK = new Member(7, "stork", "neurology");

    /** A Wednesday, five past six in the morning in Berlin. */
    static final Instant NOW = Instant.parse("2026-03-04T05:05:07Z");

    final MovableClock clock = new MovableClock(NOW);
    final Mailroom mailroom = Mailroom.open();
    final LocalJpa jpa = new LocalJpa("delivery", "/db/delivery/V1__delivery.sql");
    final Path keyFile = keyFile();
    final DeliveryStore store = new DeliveryStore(jpa);
    final Keyring keyring = new Keyring(keyFile, new SecureRandom());
    final PushKeys pushKeys = new PushKeys(store, keyring, new SecureRandom());
    final Known known = new Known();
    final Tally tally = new Tally(store, clock);
    PostOffice office = office(mailroom.port());

    /** What the house knows. */
    static final class Known implements Community {

        final Map<Long, Visitor> members = new HashMap<>(Map.of(HERON.id(), HERON, STORK.id(), STORK));
        final Map<Long, Integer> news = new HashMap<>();
        final Map<Long, List<Waiting>> waiting = new HashMap<>();
        final Set<Long> here = new HashSet<>();

        @Override
        public Optional<Visitor> find(long member) {
            return Optional.ofNullable(members.get(member));
        }

        @Override
        public News news(long member) {
            int questions = news.getOrDefault(member, 0);
            return new News(questions, questions);
        }

        @Override
        public void reminded(long member, News of) {
            news.merge(member, of.questions(), (before, told) -> before - told);
        }

        @Override
        public List<Waiting> waiting(Member member) {
            return waiting.getOrDefault(member.id(), List.of());
        }

        @Override
        public boolean isHere(long member) {
            return here.contains(member);
        }

        void ban(Member member) {
            members.remove(member.id());
        }

        void fallSilent(Member member) {
            members.put(member.id(), new Dormant(member.id(), member.name(), java.time.LocalDate.EPOCH));
        }

        void waits(Member member, Instant... asked) {
            List<Waiting> all = new ArrayList<>();
            for (Instant one : asked) {
                Author author = new Author("somebody", "cardiology");
                all.add(new Waiting(
                        new Question(
                                1, 1, author, "c", "c", List.of(), "A title", "A text", null, 0, one, null, null, null),
                        5));
            }
            waiting.put(member.id(), all);
        }
    }

    private static Path keyFile() {
        try {
            Path folder = Files.createTempDirectory("delivery");
            folder.toFile().deleteOnExit();
            Path key = folder.resolve("delivery.key");
            key.toFile().deleteOnExit();
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PostOffice office(int port) {
        try {
            Relay relay = new Relay(
                    "127.0.0.1", port, Relay.Security.NONE, "", "", SSLContext.getDefault(), Duration.ofMillis(700));
            MailAddress from = MailAddress.read("news@curbside.example").orElseThrow();
            return new PostOffice(
                    new PostOffice.Sender(relay, from, "Our Board", "https://curbside.example"),
                    clock,
                    new SecureRandom());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    MemberDesk desk() {
        return desk(Endpoint::read);
    }

    MemberDesk desk(Function<String, Optional<java.net.URI>> endpoints) {
        return new MemberDesk(store, keyring, office, pushKeys, endpoints, clock, new SecureRandom());
    }

    DigestRound digests() {
        return new DigestRound(store, keyring, office, tally, known, clock, () -> {});
    }

    /** As a member does it who reads the code in the mail. */
    void subscribe(Member member, String address) throws Exception {
        MemberDesk desk = desk();
        desk.address(member, address);
        desk.confirm(member, code());
    }

    String code() throws Exception {
        return text(mailroom.last().getContent()).replaceAll("(?s).*?\r\n(\\d{6})\r\n.*", "$1");
    }

    /** The part for those who read plain text. */
    static String text(Object content) throws Exception {
        return (String) ((jakarta.mail.Multipart) content).getBodyPart(0).getContent();
    }

    static String html(Object content) throws Exception {
        return (String) ((jakarta.mail.Multipart) content).getBodyPart(1).getContent();
    }

    static NewHours hours(Rhythm rhythm, int hour, String zone) {
        return new NewHours(rhythm, hour, zone, 22, 7, null);
    }

    /** Every value of every row, as somebody finds it who has the database. */
    String everythingKept() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = jpa.database().getConnection();
                ResultSet tables = connection.createStatement().executeQuery("script nosettings")) {
            while (tables.next()) {
                all.append(tables.getString(1)).append('\n');
            }
        }
        return all.toString();
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String name, ThrowingCallable call) {
        return Assertions.assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> Assertions.assertThat(refusal.name())
                        .isEqualTo(name));
    }

    @Override
    public void close() {
        mailroom.close();
    }
}
