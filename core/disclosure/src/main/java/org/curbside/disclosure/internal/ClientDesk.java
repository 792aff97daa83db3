package org.curbside.disclosure.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import org.curbside.api.content.Channels;
import org.curbside.api.disclosure.Disclosure;
import org.curbside.api.disclosure.Format;
import org.curbside.api.disclosure.PolledQuestion;
import org.curbside.api.insight.Insight;
import org.curbside.api.membership.Analyst;
import org.curbside.api.paging.Page;
import org.curbside.api.polling.PollCount;
import org.curbside.api.polling.PollCounts;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.disclosure.internal.gate.Gate;
import org.curbside.disclosure.internal.gate.Threshold;
import org.curbside.disclosure.internal.store.ReleaseRow;
import org.curbside.disclosure.internal.store.ReleaseStore;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.Release;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Answers clients by releases of the gate. */
@Component
public final class ClientDesk implements Disclosure {

    private static final int WEEKS = 52;
    private static final int ID_BYTES = 16;

    private final ReleaseStore store;
    private final Formats formats;
    private final Sources sources;
    private final Clock clock;
    private final SecureRandom random;
    private final Gate gate = new Gate();

    /** As the platform runs it. */
    @Activate
    public ClientDesk(BundleContext context, @Reference ReleaseStore store, @Reference Formats formats) {
        this(store, formats, Sources.of(context), Clock.systemUTC(), new SecureRandom());
    }

    ClientDesk(ReleaseStore store, Formats formats, Sources sources, Clock clock, SecureRandom random) {
        this.store = store;
        this.formats = formats;
        this.sources = sources;
        this.clock = clock;
        this.random = random;
    }

    @Deactivate
    void close() {
        sources.close();
    }

    @Override
    public Release heatMap(Analyst analyst) {
        LocalDate until = week();
        LocalDate from = until.minusWeeks(WEEKS);
        Insight insight = sources.insight();
        return sticky(
                "heat-map",
                0,
                kept -> false,
                (id, issued) -> gate.heatMap(
                        id, issued, insight.activity(from, until), sources.channelNames()::name, from, until));
    }

    @Override
    public long cell(Analyst analyst, String topic, String specialty) {
        for (List<Cell> row : heatMap(analyst).tables().get(0).rows()) {
            if (text(row.get(0)).equals(topic)
                    && text(row.get(1)).equals(specialty)
                    && row.get(3) instanceof Cell.Value count) {
                return Long.parseLong(count.text());
            }
        }
        throw Refusal.forbidden(
                "cell-suppressed",
                "Fewer than 11 physicians of this specialty are behind this topic, or none. Ask for a broader count.");
    }

    @Override
    public Page<PolledQuestion> polls(Analyst analyst, long before, int limit) {
        int size = Page.size(limit);
        List<PolledQuestion> found = sources.polls().latest(Threshold.LEAST, before, size + 1).stream()
                .map(poll -> new PolledQuestion(poll.id(), poll.text()))
                .toList();
        return Page.of(found, size, PolledQuestion::id);
    }

    @Override
    public Release poll(Analyst analyst, long poll) {
        PollCount count = sources.polls()
                .find(poll)
                .orElseThrow(() -> Refusal.notFound("no-such-poll", "There is no poll with this number."));
        if (!Gate.opensFor(count)) {
            throw Refusal.forbidden(
                    "poll-suppressed", "Fewer than 11 physicians have answered this poll. Come back when more have.");
        }
        LocalDate opened = LocalDate.ofInstant(count.opened(), ZoneOffset.UTC);
        return sticky(
                "poll-" + poll,
                count.ballots(),
                kept -> count.ballots() - kept < Threshold.LEAST,
                (id, issued) -> gate.poll(id, issued, count, opened, today()));
    }

    @Override
    public Release release(Analyst analyst, String id) {
        return store.find(id)
                .map(gate::read)
                .orElseThrow(() -> Refusal.notFound("no-such-release", "There is no release with this number."));
    }

    @Override
    public List<Format> formats() {
        return formats.all();
    }

    @Override
    public Format write(Analyst analyst, String release, String format, OutputStream out) throws IOException {
        Release found = release(analyst, release);
        Map.Entry<ExportFormat, Format> writer = formats.get(format);
        writer.getKey().write(found, out);
        return writer.getValue();
    }

    /**
     * What everyone was told to the same query this week, or longer ago if that still holds; else a fresh release.
     *
     * @param basis how many ballots are counted, or 0
     * @param holds whether what was made of that many ballots is to be told again
     */
    private Release sticky(String query, long basis, LongPredicate holds, BiFunction<String, Instant, Release> fresh) {
        String week = week().toString();
        Optional<ReleaseRow> latest = store.latest(query);
        if (latest.isPresent()
                && (latest.get().week().equals(week) || holds.test(latest.get().basis()))) {
            return gate.read(latest.get().body());
        }
        Instant issued = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Release release = fresh.apply(id(), issued);
        return store.keep(new ReleaseRow(release.id(), query, week, basis, issued, gate.write(release)))
                .map(gate::read)
                .orElse(release);
    }

    private String id() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDate week() {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Value value ? value.text() : "";
    }

    /** Where true counts come from. */
    interface Sources extends AutoCloseable {
        Insight insight();

        PollCounts polls();

        Channels channelNames();

        @Override
        void close();

        static Sources of(BundleContext context) {
            Slice<Insight> insight = new Slice<>(context, Insight.class);
            Slice<PollCounts> polls = new Slice<>(context, PollCounts.class);
            Slice<Channels> channels = new Slice<>(context, Channels.class);
            return new Sources() {
                @Override
                public Insight insight() {
                    return insight.get();
                }

                @Override
                public PollCounts polls() {
                    return polls.get();
                }

                @Override
                public Channels channelNames() {
                    return channels.get();
                }

                @Override
                public void close() {
                    insight.close();
                    polls.close();
                    channels.close();
                }
            };
        }
    }
}
