package org.curbside.moderation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.LongFunction;
import org.curbside.api.content.Posts;
import org.curbside.api.content.TrackRecord;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Permits;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.moderation.internal.store.CaseStore;
import org.curbside.moderation.internal.store.PermitStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Says whether a member may write now. What is counted is on disk, so that a restart forgets nothing. */
@Component(
        service = {Permits.class, WritingPermits.class},
        configurationPid = "org.curbside.moderation")
public final class WritingPermits implements Permits {

    /** The setting in {@code etc/org.curbside.moderation.cfg}. */
    public @interface Settings {

        /** How many times the usual may be written at once and each day; 0 where nothing is counted. */
        double limits() default 1;
    }

    private static final Duration LATELY = Duration.ofDays(90);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final PermitStore store;
    private final CaseStore cases;
    private final LongFunction<TrackRecord> records;
    private final double limits;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public WritingPermits(
            BundleContext context, Settings settings, @Reference PermitStore store, @Reference CaseStore cases) {
        this(store, cases, new Slice<>(context, Posts.class), settings.limits(), Clock.systemUTC());
    }

    private WritingPermits(PermitStore store, CaseStore cases, Slice<Posts> posts, double limits, Clock clock) {
        this(store, cases, member -> posts.get().record(member), limits, clock, posts::close);
    }

    WritingPermits(
            PermitStore store,
            CaseStore cases,
            LongFunction<TrackRecord> records,
            double limits,
            Clock clock,
            Runnable close) {
        this.store = store;
        this.cases = cases;
        this.records = records;
        this.limits = limits;
        this.clock = clock;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public void use(Member member, Act act) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cases.suspended(member.id(), now).ifPresent(WritingPermits::refuse);
        if (limits <= 0 || act == Act.ANSWER) {
            return;
        }
        Level.Quota quota = level(member.id(), now).quota(act).times(limits);
        Duration wait = store.take(member.id(), act, quota.each(), quota.atOnce(), now);
        if (!wait.isZero()) {
            throw tooMany(act, wait);
        }
    }

    private static void refuse(Instant until) {
        String when = until.equals(Instant.MAX) ? "until moderators have decided" : "until " + TIME.format(until);
        throw Refusal.forbidden(
                "suspended",
                "You read as before, but write nothing " + when
                        + ". Why, and how to appeal, stands at /notices-of-moderation.");
    }

    /** Reckoned once a day. */
    private Level level(long member, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return store.level(member, today).orElseGet(() -> {
            boolean brokeARule = !cases.upheld(member, now.minus(LATELY)).isEmpty();
            Level level = Level.of(records.apply(member), brokeARule, now);
            store.keep(member, level, today);
            return level;
        });
    }

    private static Refusal tooMany(Act act, Duration wait) {
        int seconds = (int) Math.min(Integer.MAX_VALUE, wait.plusMillis(999).toSeconds());
        String what =
                switch (act) {
                    case ASK -> "questions";
                    case ADVISE -> "pieces of advice";
                    case REPLY -> "replies";
                    case RATE -> "ratings";
                    case FLAG -> "flags";
                    case ANSWER -> "answers";
                };
        return Refusal.tooMany(
                "too-many-" + what.substring(what.lastIndexOf(' ') + 1),
                seconds,
                "Those are too many " + what + " at once. Try again in " + span(seconds)
                        + ". The limit grows with time and with how colleagues receive what you write.");
    }

    private static String span(int seconds) {
        if (seconds < 90) {
            return seconds == 1 ? "a second" : seconds + " seconds";
        }
        return seconds < 5_400 ? (seconds + 30) / 60 + " minutes" : (seconds + 1_800) / 3_600 + " hours";
    }
}
