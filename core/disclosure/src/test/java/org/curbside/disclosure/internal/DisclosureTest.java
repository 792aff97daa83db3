package org.curbside.disclosure.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.disclosure.Format;
import org.curbside.api.disclosure.PolledQuestion;
import org.curbside.api.insight.Activity;
import org.curbside.api.insight.Insight;
import org.curbside.api.insight.TopicWatch;
import org.curbside.api.membership.Analyst;
import org.curbside.api.paging.Page;
import org.curbside.api.polling.PollCount;
import org.curbside.api.polling.PollCounts;
import org.curbside.api.refusal.Refusal;
import org.curbside.disclosure.internal.store.ReleaseStore;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.Release;
import org.curbside.spi.poll.Figure;
import org.curbside.testkit.MovableClock;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Analyst ANALYST = new Analyst(1, "Reader", "county-health");
    private static final Analyst STRANGER = new Analyst(2, "Other", "fund");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final List<Activity> activity = new ArrayList<>();
    private final List<PollCount> polls = new ArrayList<>();
    private final Formats formats = new Formats();
    private Runnable whileCounting = () -> {};
    private final ClientDesk desk = new ClientDesk(
            new ReleaseStore(new LocalJpa("disclosure", "/db/disclosure/V1__releases.sql")),
            formats,
            new Counts(),
            clock,
            new SecureRandom());

    @Test
    void a_count_of_one_to_ten_is_never_shown() {
        activity.add(new Activity("stroke", "A", 11));
        activity.add(new Activity("stroke", "B", 10));
        activity.add(new Activity("gout", "B", 12));
        assertThat(counts(desk.heatMap(ANALYST))).containsExactly("0", "12", "11", "suppressed");
        assertThat(desk.cell(ANALYST, "stroke", "A")).isEqualTo(11);
        assertRefused("cell-suppressed", () -> desk.cell(ANALYST, "stroke", "B"));
    }

    @Test
    void a_topic_of_a_few_does_not_leave_and_whether_there_is_one_is_not_told() {
        activity.add(new Activity("a rare disease in one small town", "A", 10));
        activity.add(new Activity("stroke", "B", 11));
        assertThat(desk.heatMap(ANALYST).tables().get(0).rows())
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo(new Cell.Value("stroke")));
        assertRefused("cell-suppressed", () -> desk.cell(ANALYST, "a rare disease in one small town", "A"));
        assertRefused("cell-suppressed", () -> desk.cell(ANALYST, "nothing", "A"));
    }

    @Test
    void a_heat_map_states_no_total_that_a_hidden_count_could_be_subtracted_from() {
        activity.add(new Activity("stroke", "A", 20));
        activity.add(new Activity("stroke", "B", 3));
        assertThat(desk.heatMap(ANALYST).method().physicians()).doesNotContain("23", "20");
    }

    @Test
    void asking_again_in_the_same_week_tells_no_more_not_even_to_another_client() {
        activity.add(new Activity("stroke", "A", 11));
        Release first = desk.heatMap(ANALYST);
        activity.set(0, new Activity("stroke", "A", 12));
        Release second = desk.heatMap(ANALYST);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(counts(second)).containsExactly("11");
        assertThat(desk.heatMap(STRANGER)).isEqualTo(first);
        clock.pass(Duration.ofDays(7));
        assertThat(counts(desk.heatMap(STRANGER))).containsExactly("12");
    }

    @Test
    void two_who_ask_at_the_same_moment_get_the_same_release() {
        activity.add(new Activity("stroke", "A", 11));
        List<Release> colleagues = new ArrayList<>();
        whileCounting = () -> colleagues.add(desk.heatMap(ANALYST));
        Release slower = desk.heatMap(ANALYST);
        assertThat(colleagues).containsExactly(slower);
    }

    @Test
    void a_release_is_read_back_as_it_was_made() {
        activity.add(new Activity("stroke", "A", 3));
        Release made = desk.heatMap(ANALYST);
        assertThat(desk.release(ANALYST, made.id())).isEqualTo(made);
        assertRefused("no-such-release", () -> desk.release(ANALYST, "0"));
    }

    @Test
    void a_poll_answer_is_hidden_also_when_all_but_a_few_gave_it() {
        polls.add(poll(1, 40, 3, 0));
        Release release = desk.poll(ANALYST, 1);
        assertThat(counts(release)).containsExactly("suppressed", "suppressed", "0");
        assertThat(release.method().physicians()).doesNotContain("43");
    }

    @Test
    void a_poll_answered_by_enough_states_its_total() {
        polls.add(poll(1, 40, 12));
        Release release = desk.poll(ANALYST, 1);
        assertThat(counts(release)).containsExactly("40", "12");
        assertThat(release.method().physicians()).isEqualTo("52");
    }

    @Test
    void a_poll_answered_by_few_is_neither_listed_nor_told() {
        polls.add(poll(1, 7, 3));
        polls.add(poll(3, 7, 4));
        assertRefused("poll-suppressed", () -> desk.poll(ANALYST, 1));
        assertRefused("no-such-poll", () -> desk.poll(ANALYST, 2));
        assertThat(desk.polls(ANALYST, Long.MAX_VALUE, 10).items())
                .extracting(PolledQuestion::id)
                .containsExactly(3L);
        assertThat(counts(desk.poll(ANALYST, 3))).containsExactly("suppressed", "suppressed");
    }

    @Test
    void a_poll_is_counted_anew_only_when_enough_more_have_answered() {
        polls.add(poll(1, 20, 15));
        Release first = desk.poll(ANALYST, 1);
        polls.set(0, poll(1, 21, 15));
        clock.pass(Duration.ofDays(7));
        assertThat(desk.poll(ANALYST, 1)).isEqualTo(first);
        assertThat(desk.poll(STRANGER, 1)).isEqualTo(first);
        polls.set(0, poll(1, 28, 18));
        assertThat(counts(desk.poll(ANALYST, 1))).containsExactly("28", "18");
    }

    @Test
    void polls_are_listed_a_page_at_a_time() {
        for (long id = 3; id > 0; id--) {
            polls.add(poll(id, 40, 12));
        }
        Page<PolledQuestion> page = desk.polls(ANALYST, Long.MAX_VALUE, 2);
        assertThat(page.items()).extracting(PolledQuestion::id).containsExactly(3L, 2L);
        assertThat(desk.polls(ANALYST, page.next().orElseThrow(), 2))
                .isEqualTo(new Page<>(List.of(new PolledQuestion(1, "Would you operate?")), OptionalLong.empty()));
    }

    @Test
    void a_file_is_written_by_an_installed_format_only() throws IOException {
        activity.add(new Activity("stroke", "A", 11));
        String id = desk.heatMap(ANALYST).id();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertRefused("no-such-format", () -> desk.write(ANALYST, id, "title", out));
        ExportFormat title = (release, stream) -> stream.write(release.title().getBytes(StandardCharsets.UTF_8));
        formats.addFormat(
                title,
                Map.of(
                        "curbside.export.id", "title",
                        "curbside.export.mediaType", "text/plain",
                        "curbside.export.extension", "txt"));
        desk.write(ANALYST, id, "title", out);
        assertThat(out).hasToString("Physicians by topic and specialty");
        assertThat(desk.formats()).containsExactly(new Format("title", "text/plain", "txt"));
        assertRefused("no-such-release", () -> desk.write(ANALYST, "0", "title", out));
        formats.removeFormat(title);
        assertRefused("format-away", () -> desk.write(ANALYST, id, "title", out));
    }

    private static List<String> counts(Release release) {
        List<String> counts = new ArrayList<>();
        for (List<Cell> row : release.tables().get(0).rows()) {
            counts.add(row.get(Math.min(row.size() - 1, 3)) instanceof Cell.Value value ? value.text() : "suppressed");
        }
        return counts;
    }

    private static PollCount poll(long id, long... counts) {
        List<Figure.Bar> bars = new ArrayList<>();
        long ballots = 0;
        for (long count : counts) {
            bars.add(new Figure.Bar("answer " + bars.size(), count));
            ballots += count;
        }
        return new PollCount(id, "Would you operate?", NOW, ballots, List.of(new Figure.Distribution("Ballots", bars)));
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }

    /** True counts as the test sets them. */
    private final class Counts implements ClientDesk.Sources, Insight, PollCounts, Channels {

        @Override
        public Insight insight() {
            return this;
        }

        @Override
        public PollCounts polls() {
            return this;
        }

        @Override
        public Channels channelNames() {
            return this;
        }

        @Override
        public List<Activity> activity(LocalDate from, LocalDate until) {
            Runnable meanwhile = whileCounting;
            whileCounting = () -> {};
            meanwhile.run();
            return activity;
        }

        @Override
        public List<TopicWatch> watches() {
            return List.of();
        }

        @Override
        public List<PollCount> latest(long ballots, long before, int limit) {
            return polls.stream()
                    .filter(poll -> poll.ballots() >= ballots && poll.id() < before)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<PollCount> find(long poll) {
            return polls.stream().filter(count -> count.id() == poll).findFirst();
        }

        @Override
        public List<Channel> channels() {
            return List.of();
        }

        @Override
        public String name(String code) {
            return "Specialty " + code;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
