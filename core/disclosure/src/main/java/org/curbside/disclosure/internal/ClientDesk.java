package org.curbside.disclosure.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.curbside.api.content.Channels;
import org.curbside.api.disclosure.Disclosure;
import org.curbside.api.disclosure.Format;
import org.curbside.api.disclosure.PolledQuestion;
import org.curbside.api.insight.Insight;
import org.curbside.api.membership.Analyst;
import org.curbside.api.polling.PollCount;
import org.curbside.api.polling.PollCounts;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.disclosure.internal.gate.Gate;
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
    private static final int POLLS = 100;

    private final ReleaseStore store;
    private final Formats formats;
    private final Sources sources;
    private final Clock clock;
    private final Gate gate = new Gate();

    /** As the platform runs it, on the system's clock. */
    @Activate
    public ClientDesk(BundleContext context, @Reference ReleaseStore store, @Reference Formats formats) {
        this(store, formats, Sources.of(context), Clock.systemUTC());
    }

    ClientDesk(ReleaseStore store, Formats formats, Sources sources, Clock clock) {
        this.store = store;
        this.formats = formats;
        this.sources = sources;
        this.clock = clock;
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
                analyst,
                "heat-map",
                (id, issued) -> gate.heatMap(
                        id,
                        issued,
                        insight.activity(from, until),
                        insight.physicians(from, until),
                        sources.channelNames()::name,
                        from,
                        until));
    }

    @Override
    public long cell(Analyst analyst, String topic, String specialty) {
        for (List<Cell> row : heatMap(analyst).tables().get(0).rows()) {
            if (text(row.get(0)).equals(topic) && text(row.get(1)).equals(specialty)) {
                if (row.get(3) instanceof Cell.Value count) {
                    return Long.parseLong(count.text());
                }
                throw Refusal.forbidden(
                        "cell-suppressed", "Fewer than 11 physicians are behind this count. Ask for a broader one.");
            }
        }
        throw Refusal.notFound("no-such-cell", "Nobody has written on this topic in this specialty's list.");
    }

    @Override
    public List<PolledQuestion> polls(Analyst analyst) {
        return sources.polls().latest(POLLS).stream()
                .map(poll -> new PolledQuestion(poll.id(), poll.text()))
                .toList();
    }

    @Override
    public Release poll(Analyst analyst, long poll) {
        PollCount count = sources.polls()
                .find(poll)
                .orElseThrow(() -> Refusal.notFound("no-such-poll", "There is no poll with this number."));
        LocalDate opened = LocalDate.ofInstant(count.opened(), ZoneOffset.UTC);
        return sticky(analyst, "poll-" + poll, (id, issued) -> gate.poll(id, issued, count, opened, today()));
    }

    @Override
    public Release release(Analyst analyst, String id) {
        return store.find(analyst.client(), id)
                .map(gate::read)
                .orElseThrow(() -> Refusal.notFound("no-such-release", "There is no release with this number."));
    }

    @Override
    public List<Format> formats() {
        return formats.all();
    }

    @Override
    public void write(Analyst analyst, String release, String format, OutputStream out) throws IOException {
        Release found = release(analyst, release);
        ExportFormat writer = formats.find(format)
                .orElseThrow(() -> Refusal.notFound("no-such-format", "This file format is not installed."));
        writer.write(found, out);
    }

    /** What the client was told to the same query this week, or a fresh release. */
    private Release sticky(Analyst analyst, String query, BiFunction<String, Instant, Release> fresh) {
        String week = week().toString();
        return store.find(analyst.client(), query, week).map(gate::read).orElseGet(() -> {
            Instant issued = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Release release = fresh.apply(UUID.randomUUID().toString(), issued);
            return store.keep(new ReleaseRow(release.id(), analyst.client(), query, week, issued, gate.write(release)))
                    .map(gate::read)
                    .orElse(release);
        });
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
