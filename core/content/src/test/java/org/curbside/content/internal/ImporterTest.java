package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Imports;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.Reply;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.content.internal.store.CommentStore;
import org.curbside.content.internal.store.ConsensusStore;
import org.curbside.content.internal.store.ImportStore;
import org.curbside.content.internal.store.QuestionStore;
import org.curbside.spi.screening.Concern;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Member READER = new Member(1, "wren", "207R00000X");

    private final List<Event> events = new ArrayList<>();
    private final Screens screens = new Screens();
    private QuestionDesk desk;
    private Advice advice;
    private Importer importer;
    private Replay replay;
    private ConsensusStore consensus;
    private ConsensusKeeper keeper;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path empty) {
        folder = empty;
        LocalJpa jpa = Schema.open();
        screens.addScreening(text -> text.contains("555-0134")
                ? List.of(new Concern(
                        text.indexOf("555"), text.indexOf("555") + 8, "phone", Concern.Severity.BLOCK, "Out."))
                : List.of());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        consensus = new ConsensusStore(jpa, (em, event) -> events.add(event));
        keeper = new ConsensusKeeper(consensus, clock, task -> {});
        replay = new Replay(consensus, keeper, Duration.ofMillis(1));
        ChannelList channels = new ChannelList(new ChannelStore(jpa));
        desk = new QuestionDesk(
                new QuestionStore(jpa, (em, event) -> events.add(event)),
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                poll -> 0,
                clock,
                () -> {});
        advice = new Advice(
                new CommentStore(jpa, (em, event) -> events.add(event)),
                consensus,
                channels,
                screens,
                new WritingGate((member, act) -> {}, () -> {}),
                clock);
        importer =
                new Importer(new ImportStore(jpa, (em, event) -> events.add(event)), keeper, channels, screens, clock);
    }

    @Test
    void a_dump_is_taken_over_with_its_votes_and_nobody_is_told() throws IOException {
        Imports.Report report = load(dump("site"));
        assertThat(report.questions()).isEqualTo(2);
        assertThat(report.answers()).isEqualTo(3);
        assertThat(report.ratings()).isEqualTo(7);
        assertThat(report.replies()).isEqualTo(2);
        assertThat(report.refused())
                .isEqualTo(Map.of(
                        "could-identify (phone)",
                        2L,
                        "no-such-question",
                        1L,
                        "comment-on-a-question",
                        2L,
                        "no-such-comment",
                        1L));
        assertThat(events).allMatch(QuestionChanged.class::isInstance);

        Question question = desk.latest(Optional.of("elsewhere"), Long.MAX_VALUE, 9).items().stream()
                .filter(one -> one.title().equals("How long do you keep a drain in?"))
                .findFirst()
                .orElseThrow();
        assertThat(desk.latest(Optional.empty(), Long.MAX_VALUE, 9).items()).isEmpty();
        assertThat(question.author().pseudonym()).isEqualTo("Ana Ruiz (imported)");
        assertThat(question.author().specialty()).isEqualTo("From elsewhere");
        assertThat(question.asked()).isEqualTo("2018-03-12T17:00:45.567Z");
        assertThat(question.topics()).containsExactly("drains", "wound care");
        assertThat(question.text()).isEqualTo("After a hernia. Say\n\n- how long\n- why\n\nThanks & regards");
        assertThat(question.comments()).isEqualTo(2);

        List<Comment> answers = advice.on(question.id(), READER);
        assertThat(answers).extracting(Comment::text).containsExactly("Two days.", "Until it is dry.");
        assertThat(answers).extracting(answer -> answer.ratings().agree()).containsExactly(5, 1);
        assertThat(answers).extracting(answer -> answer.ratings().disagree()).containsExactly(0, 1);
        assertThat(answers)
                .extracting(answer -> answer.author().pseudonym())
                .containsExactly("Bo (imported)", "user7 (imported)");
        assertThat(answers.get(1).replies())
                .extracting(reply -> reply.author().pseudonym(), Reply::text)
                .containsExactly(
                        tuple("Ana Ruiz (imported)", "And if it never is?"),
                        tuple("somebody (imported)", "Then it stays."));
        keeper.fitAll();
        assertThat(replay.replay().differences()).isEmpty();
    }

    @Test
    void what_is_taken_over_is_no_part_of_a_fit_and_makes_none_due() throws IOException {
        long fits = consensus.state().number();
        Imports.Report report = load(popular());
        assertThat(report.ratings()).isEqualTo(60);
        assertThat(consensus.state().fresh()).isZero();
        keeper.fitAll();
        assertThat(consensus.state().number()).isEqualTo(fits + 1);
        assertThat(consensus.state().opinions()).isZero();
        long question = consensus.rated().get(0);
        assertThat(consensus.voices(List.of(question)).get(question)).hasSize(2);
        assertThat(keeper.consensus(question).agreement()).isNull();
        assertThat(replay.replay().differences()).isEmpty();
    }

    @Test
    void one_is_taken_over_at_a_time() throws IOException {
        Path dump = dump("site");
        List<String> refused = new ArrayList<>();
        screens.addScreening(text -> {
            assertThatThrownBy(() -> load(dump))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> refused.add(refusal.name()));
            return List.of();
        });
        Imports.Report report = load(dump);
        assertThat(refused).isNotEmpty().containsOnly("import-under-way");
        assertThat(report.answers()).isEqualTo(3);
        assertThat(load(dump).before()).isEqualTo(7);
    }

    @Test
    void a_name_is_not_cut_within_a_character_and_a_tag_that_is_no_topic_is_left_out() throws IOException {
        Path dump = dump("site");
        Files.delete(dump.resolve("Comments.xml"));
        Files.writeString(
                dump.resolve("Posts.xml"),
                """
                <posts>
                  <row Id="1" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" Score="1" Body="A text that is long enough." Title="A title that is long enough" Tags="|c|drains|%s|" OwnerDisplayName="%s" />
                </posts>
                """
                        .formatted("long ".repeat(9), "x".repeat(39) + "\uD83E\uDE7A" + "and more"));
        assertThat(load(dump).refused()).isEmpty();
        Question question =
                desk.latest(Optional.of("elsewhere"), Long.MAX_VALUE, 1).items().get(0);
        assertThat(question.author().pseudonym()).isEqualTo("x".repeat(39) + "\uD83E\uDE7A (imported)");
        assertThat(question.topics()).containsExactly("drains");
    }

    @Test
    void the_order_here_is_compared_with_the_sites() throws IOException {
        Imports.Order order = Objects.requireNonNull(load(dump("site")).order());
        assertThat(order).isEqualTo(new Imports.Order(1, 1, 1.0, 1, 0, 0));
    }

    @Test
    void what_was_taken_over_is_not_taken_over_again() throws IOException {
        Path dump = dump("site");
        load(dump);
        Imports.Report again = load(dump);
        assertThat(again.questions() + again.answers() + again.replies() + again.ratings())
                .isZero();
        assertThat(again.before()).isEqualTo(7);
        assertThat(again.order()).isNotNull();
        assertThat(load(dump("another-site")).questions()).isEqualTo(2);
    }

    @Test
    void what_is_too_long_is_cut_and_said_so() throws IOException {
        Path dump = dump("site");
        Files.delete(dump.resolve("Comments.xml"));
        Files.writeString(
                dump.resolve("Posts.xml"),
                """
                <posts>
                  <row Id="1" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" Score="1" Body="%s" Title="%s" Tags="" />
                </posts>
                """
                        .formatted("Long. ".repeat(2_000), "Very long ".repeat(30)));
        Imports.Report report = load(dump);
        assertThat(report.refused()).isEmpty();
        assertThat(report.shortened()).isEqualTo(1);
        Question question =
                desk.latest(Optional.of("elsewhere"), Long.MAX_VALUE, 1).items().get(0);
        assertThat(question.text()).hasSize(10_000).endsWith("[The rest was not taken over.]");
        assertThat(question.title()).hasSize(200).endsWith(" …");
        assertThat(question.author().pseudonym()).isEqualTo("somebody (imported)");
    }

    @Test
    void what_is_no_dump_is_refused_in_words() throws IOException {
        Path dump = dump("site");
        Files.writeString(dump.resolve("Posts.xml"), "<posts><row");
        assertThatThrownBy(() -> load(dump)).isInstanceOf(IOException.class).hasMessageContaining("Posts.xml");
        Files.writeString(dump.resolve("Posts.xml"), "<posts><row Id='x' PostTypeId='1' /></posts>");
        assertThatThrownBy(() -> load(dump)).isInstanceOf(IOException.class).hasMessageContaining("a number or a date");
        assertThatThrownBy(() -> importer.stackExchange(dump, "207R00000X", told -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("no-such-specialty"));
    }

    /** Nobody here wrote it: 612 questions and 1,060 answers of a site's first months. */
    @Test
    void our_order_agrees_with_that_of_a_real_site() throws IOException {
        Path dump = shared().resolve("data/content/stackexchange-dump");
        assumeTrue(Files.exists(dump), "skipped: the dump of a site is not beside this checkout");
        Imports.Report report = load(dump);
        System.out.println(report);
        Imports.Order order = Objects.requireNonNull(report.order());
        assertThat(report.questions()).isGreaterThan(600);
        assertThat(report.answers()).isGreaterThan(1_000);
        assertThat(report.replies()).isGreaterThan(1_000);
        assertThat(order.tau()).isGreaterThan(0.8);
        assertThat((double) order.acceptedFirst() / order.acceptedFirstThere()).isCloseTo(1, within(0.1));
        assertThat(events).allMatch(QuestionChanged.class::isInstance);
    }

    private Imports.Report load(Path dump) throws IOException {
        return importer.stackExchange(dump, null, told -> {});
    }

    /** One question; of two answers to it one is agreed with by forty, the other not by twenty. */
    private Path popular() throws IOException {
        Path dump = dump("popular");
        String vote = "<row Id=\"1\" PostId=\"%d\" VoteTypeId=\"%d\" />";
        Files.writeString(
                dump.resolve("Votes.xml"),
                "<votes>" + vote.formatted(10, 2).repeat(40)
                        + vote.formatted(11, 3).repeat(20) + "</votes>");
        return dump;
    }

    /** In the form of the files that the site publishes. */
    private Path dump(String name) throws IOException {
        Path dump = Files.createDirectory(folder.resolve(name));
        Files.writeString(
                dump.resolve("Users.xml"),
                """
                \ufeff<?xml version="1.0" encoding="utf-8"?>
                <users>
                  <row Id="-1" Reputation="1" DisplayName="Community" />
                  <row Id="3" Reputation="98" DisplayName="Ana Ruiz" />
                  <row Id="4" Reputation="11" DisplayName="Bo" />
                </users>
                """);
        Files.writeString(
                dump.resolve("Votes.xml"),
                """
                <?xml version="1.0" encoding="utf-8"?>
                <votes>
                %s
                  <row Id="90" PostId="11" VoteTypeId="2" CreationDate="2018-03-12T00:00:00.000" />
                  <row Id="91" PostId="11" VoteTypeId="3" CreationDate="2018-03-12T00:00:00.000" />
                  <row Id="92" PostId="11" VoteTypeId="1" CreationDate="2018-03-12T00:00:00.000" />
                  <row Id="93" PostId="1" VoteTypeId="2" CreationDate="2018-03-12T00:00:00.000" />
                  <row Id="94" PostId="12" VoteTypeId="5" UserId="3" CreationDate="2018-03-12T00:00:00.000" />
                </votes>
                """
                        .formatted(
                                "  <row Id=\"1\" PostId=\"10\" VoteTypeId=\"2\" CreationDate=\"2018-03-12T00:00:00.000\" />\n"
                                        .repeat(5)));
        Files.writeString(
                dump.resolve("Posts.xml"),
                """
                <?xml version="1.0" encoding="utf-8"?>
                <posts>
                  <row Id="1" PostTypeId="1" AcceptedAnswerId="11" CreationDate="2018-03-12T17:00:45.567" Score="1" Body="&lt;p&gt;After a &lt;a href=&quot;https://example.org/&quot;&gt;hernia&lt;/a&gt;. Say&lt;/p&gt;&#xA;&#xA;&lt;ul&gt;&lt;li&gt;how long&lt;/li&gt;&lt;li&gt;why&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Thanks &amp;amp; regards&lt;/p&gt;" OwnerUserId="3" Title="How long do you keep a drain in?" Tags="&lt;drains&gt;&lt;wound-care&gt;" />
                  <row Id="2" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" Score="0" Body="&lt;p&gt;Call me at 555-0134, whoever knows.&lt;/p&gt;" OwnerUserId="4" Title="Who knows more of this?" Tags="|drains|" />
                  <row Id="3" PostTypeId="4" CreationDate="2018-03-12T17:00:45.567" Body="About a tag." />
                  <row Id="4" PostTypeId="1" CreationDate="2018-03-13T10:00:00.000" Score="0" Body="&lt;p&gt;One with one answer only.&lt;/p&gt;" OwnerUserId="4" Title="What about one answer only?" Tags="|drains|" />
                  <row Id="10" PostTypeId="2" ParentId="1" CreationDate="2018-03-12T18:00:00.000" Score="5" Body="&lt;p&gt;Two days.&lt;/p&gt;" OwnerUserId="4" />
                  <row Id="11" PostTypeId="2" ParentId="1" CreationDate="2018-03-12T19:00:00.000" Score="0" Body="&lt;p&gt;Until it is dry.&lt;/p&gt;" OwnerDisplayName="user7" />
                  <row Id="12" PostTypeId="2" ParentId="4" CreationDate="2018-03-13T19:00:00.000" Score="0" Body="&lt;p&gt;The only one.&lt;/p&gt;" OwnerUserId="3" />
                  <row Id="13" PostTypeId="2" ParentId="2" CreationDate="2018-03-13T19:00:00.000" Score="0" Body="&lt;p&gt;I know.&lt;/p&gt;" OwnerUserId="3" />
                </posts>
                """);
        Files.writeString(
                dump.resolve("Comments.xml"),
                """
                <?xml version="1.0" encoding="utf-8"?>
                <comments>
                  <row Id="1" PostId="1" Score="2" Text="Which hernia?" CreationDate="2018-03-12T17:14:46.030" UserId="4" />
                  <row Id="10" PostId="11" Score="0" Text="And if it never is?" CreationDate="2018-03-12T20:00:00.000" UserId="3" />
                  <row Id="11" PostId="11" Score="0" Text="Then it stays." CreationDate="2018-03-12T20:01:00.000" />
                  <row Id="12" PostId="11" Score="0" Text="Or call 555-0134." CreationDate="2018-03-12T20:02:00.000" UserId="4" />
                  <row Id="13" PostId="2" Score="0" Text="On a question that was refused." CreationDate="2018-03-12T20:03:00.000" UserId="4" />
                  <row Id="14" PostId="13" Score="0" Text="On an answer that was." CreationDate="2018-03-12T20:04:00.000" UserId="4" />
                </comments>
                """);
        return dump;
    }

    private static Path shared() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("shared"))) {
            folder = folder.getParent();
        }
        return folder.resolve("shared");
    }
}
