package org.curbside.moderation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Moderators;
import org.curbside.api.moderation.ModerationRecord;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slices;
import org.curbside.moderation.internal.store.CaseRow;
import org.curbside.moderation.internal.store.CaseStore;
import org.curbside.moderation.internal.store.EntryRow;
import org.curbside.moderation.internal.store.RecordStore;
import org.curbside.moderation.internal.store.RemitStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shows operators what was done, and lets them give moderators channels. */
@Component
public final class RecordDesk implements ModerationRecord {

    private static final int SHOWN = 100;
    private static final int COUNTED = 10_000;

    private final RecordStore record;
    private final RemitStore remits;
    private final CaseStore cases;
    private final Bench bench;
    private final Supplier<List<Member>> moderators;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public RecordDesk(
            BundleContext context,
            @Reference RecordStore record,
            @Reference RemitStore remits,
            @Reference CaseStore cases) {
        this(record, remits, cases, new Slices(context), Clock.systemUTC());
    }

    private RecordDesk(RecordStore record, RemitStore remits, CaseStore cases, Slices slices, Clock clock) {
        this(record, remits, cases, CaseDesk.bench(remits, slices), moderators(slices), clock, slices::close);
    }

    RecordDesk(
            RecordStore record,
            RemitStore remits,
            CaseStore cases,
            Bench bench,
            Supplier<List<Member>> moderators,
            Clock clock,
            Runnable close) {
        this.record = record;
        this.remits = remits;
        this.cases = cases;
        this.bench = bench;
        this.moderators = moderators;
        this.clock = clock;
        this.close = close;
    }

    private static Supplier<List<Member>> moderators(Slices slices) {
        var moderators = slices.of(Moderators.class);
        return () -> moderators.get().moderators();
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public List<Entry> entries(long before) {
        return record.entries(before, SHOWN);
    }

    @Override
    public Optional<String> broken() {
        return record.broken()
                .map(number -> "The record was changed by somebody else: entry " + number
                        + " is not as it was written. Compare it with a backup.");
    }

    @Override
    public List<Remit> remits() {
        Map<Long, Set<String>> assigned = remits.assigned();
        return moderators.get().stream()
                .map(moderator -> remit(moderator, assigned.containsKey(moderator.id())))
                .toList();
    }

    private Remit remit(Member moderator, boolean assigned) {
        return new Remit(
                moderator.name(),
                bench.name(moderator.specialty()),
                assigned,
                new TreeSet<>(bench.channels(moderator))
                        .stream()
                                .map(code -> new Remit.Channel(code, bench.name(code)))
                                .toList());
    }

    @Override
    public Remit assign(String operator, @Nullable String pseudonym, @Nullable List<String> channels) {
        String name = pseudonym == null ? "" : pseudonym.strip();
        Member moderator = moderators.get().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "no-such-moderator",
                        "pseudonym",
                        "Make the member a moderator first; then give them channels."));
        Set<String> codes = new TreeSet<>();
        for (String code : Objects.requireNonNullElse(channels, List.<String>of())) {
            if (code == null || !bench.isChannel(code)) {
                throw Refusal.invalid("no-such-channel", "channels", "Choose channels that there are.");
            }
            codes.add(code);
        }
        String given = moderator.name() + ": " + (codes.isEmpty() ? "by specialty" : String.join(", ", codes));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        remits.assign(moderator.id(), codes, new EntryRow.Done(now, "operator " + operator, "gave channels", 0, given));
        return remit(moderator, !codes.isEmpty());
    }

    @Override
    public List<Backlog> backlog() {
        List<Set<String>> theirs =
                moderators.get().stream().map(bench::channels).toList();
        Map<String, Backlog> backlog = new TreeMap<>();
        for (CaseRow row : cases.waiting(COUNTED)) {
            Backlog one = new Backlog(bench.name(row.channel()), 1, row.opened(), (int) theirs.stream()
                    .filter(codes -> codes.contains(row.channel()))
                    .count());
            backlog.merge(row.channel(), one, RecordDesk::together);
        }
        return List.copyOf(backlog.values());
    }

    private static Backlog together(Backlog one, Backlog other) {
        Instant oldest = one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest();
        return new Backlog(one.channel(), one.waiting() + other.waiting(), oldest, one.moderators());
    }
}
