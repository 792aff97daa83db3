package org.curbside.moderation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.curbside.api.content.Channels;
import org.curbside.api.content.Posts;
import org.curbside.api.membership.Visitor;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Case.Todo;
import org.curbside.api.moderation.Civility;
import org.curbside.api.moderation.Decision;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationDesk;
import org.curbside.api.moderation.NewDecision;
import org.curbside.api.moderation.Queue;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slices;
import org.curbside.moderation.internal.store.CaseRow;
import org.curbside.moderation.internal.store.CaseStore;
import org.curbside.moderation.internal.store.EntryRow;
import org.curbside.moderation.internal.store.RemitStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Where moderators and operators decide. */
@Component
public final class CaseDesk implements ModerationDesk {

    private static final Duration CLAIM = Duration.ofMinutes(30);
    private static final Duration TO_BE_HEARD = Duration.ofDays(1);
    private static final Duration HISTORY = Duration.ofDays(365);
    private static final int LOOKED_THROUGH = 1_000;
    private static final int SHOWN = 100;
    private static final int LEAST = 10;
    private static final int MOST = 1_000;
    private static final int LONGEST = 30;

    private final CaseStore cases;
    private final Enforcement enforcement;
    private final Bench bench;
    private final BiFunction<Long, Collection<Long>, Set<Long>> involving;
    private final LongFunction<Optional<Civility>> civility;
    private final Words words;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public CaseDesk(
            BundleContext context,
            @Reference CaseStore cases,
            @Reference Enforcement enforcement,
            @Reference RemitStore remits,
            @Reference ToneDesk tones) {
        this(cases, enforcement, remits, tones, new Slices(context), Clock.systemUTC());
    }

    private CaseDesk(
            CaseStore cases, Enforcement enforcement, RemitStore remits, ToneDesk tones, Slices slices, Clock clock) {
        this(
                cases,
                enforcement,
                bench(remits, slices),
                involving(slices),
                tones::of,
                FlagDesk.words(slices),
                clock,
                slices::close);
    }

    CaseDesk(
            CaseStore cases,
            Enforcement enforcement,
            Bench bench,
            BiFunction<Long, Collection<Long>, Set<Long>> involving,
            LongFunction<Optional<Civility>> civility,
            Words words,
            Clock clock,
            Runnable close) {
        this.cases = cases;
        this.enforcement = enforcement;
        this.bench = bench;
        this.involving = involving;
        this.civility = civility;
        this.words = words;
        this.clock = clock;
        this.close = close;
    }

    static Bench bench(RemitStore remits, Slices slices) {
        var channels = slices.of(Channels.class);
        return new Bench(() -> channels.get().channels(), remits::assigned);
    }

    private static BiFunction<Long, Collection<Long>, Set<Long>> involving(Slices slices) {
        var posts = slices.of(Posts.class);
        return (member, questions) -> posts.get().involving(member, questions);
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public Queue queue(Visitor visitor) {
        Judge judge = bench.judge(visitor);
        Instant now = now();
        List<CaseRow> rows = theirs(judge, cases.waiting(LOOKED_THROUGH)).stream()
                .filter(row -> todo(judge, row) != Todo.NOTHING)
                .toList();
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(bench.name(row.channel()), 1, Integer::sum));
        return new Queue(
                rows.stream()
                        .limit(SHOWN)
                        .map(row -> row.entry(bench.name(row.channel()), now))
                        .toList(),
                counts.entrySet().stream()
                        .map(count -> new Queue.Count(count.getKey(), count.getValue()))
                        .toList());
    }

    /** Those that a judge may look at: in their channels, and nothing that they have to do with. */
    private List<CaseRow> theirs(Judge judge, List<CaseRow> rows) {
        List<CaseRow> has = rows.stream().filter(judge::has).toList();
        if (judge.operator()) {
            return has;
        }
        Set<Long> flagged =
                cases.flaggedBy(judge.account(), has.stream().map(CaseRow::id).toList());
        Set<Long> part = involving.apply(
                judge.account(), has.stream().map(CaseRow::question).collect(Collectors.toSet()));
        return has.stream()
                .filter(row -> !flagged.contains(row.id()) && !part.contains(row.question()))
                .toList();
    }

    private static Todo todo(Judge judge, CaseRow row) {
        return switch (row.state()) {
            case OPEN -> Todo.DECIDE;
            case BAN_PROPOSED -> row.isDecidedBy(judge.account()) ? Todo.NOTHING : Todo.SECOND;
            case APPEALED -> row.isDecidedBy(judge.account()) ? Todo.NOTHING : Todo.HEAR;
            case DECIDED, UPHELD, REVERSED -> Todo.NOTHING;
        };
    }

    @Override
    public Case find(Visitor visitor, long id) {
        Judge judge = bench.judge(visitor);
        return shown(judge, row(judge, id));
    }

    private CaseRow row(Judge judge, long id) {
        CaseRow row = cases.find(id).orElseThrow(CaseStore::noSuchCase);
        return theirs(judge, List.of(row)).stream().findFirst().orElseThrow(CaseStore::noSuchCase);
    }

    @Override
    public Case claim(Visitor visitor, long id) {
        Judge judge = bench.judge(visitor);
        Instant now = now();
        require(row(judge, id), judge, todo(judge, row(judge, id)));
        return shown(
                judge,
                cases.change(
                        id,
                        row -> {
                            refuseClaimed(row, judge, now);
                            row.claim(judge.account(), judge.mask(), now.plus(CLAIM));
                        },
                        done(judge, "claimed", id, "", now)));
    }

    @Override
    public void release(Visitor visitor, long id) {
        Judge judge = bench.judge(visitor);
        row(judge, id);
        Instant now = now();
        cases.change(
                id,
                row -> {
                    refuseClaimed(row, judge, now);
                    row.release();
                },
                done(judge, "released", id, "", now));
    }

    private static void refuseClaimed(CaseRow row, Judge judge, Instant now) {
        if (row.claimedBy(now).isPresent() && !row.isClaimedBy(judge.account(), now)) {
            throw Refusal.conflict(
                    "claimed", "Somebody looks at this now. Take another, or come back in half an hour.");
        }
    }

    private static void require(CaseRow row, Judge judge, Todo todo) {
        if (todo == Todo.NOTHING || todo(judge, row) != todo) {
            throw Refusal.conflict("nothing-to-decide", "There is nothing here that you could decide now.");
        }
    }

    @Override
    public Case decide(Visitor visitor, long id, NewDecision decision) {
        Judge judge = bench.judge(visitor);
        CaseRow before = row(judge, id);
        Instant now = now();
        CaseRow.Verdict verdict = verdict(judge, before, decision, now);
        String act = verdict.measure() + (verdict.rule() == null ? "" : " " + verdict.rule());
        return move(
                judge,
                id,
                Todo.DECIDE,
                row -> row.decide(verdict, judge.operator()),
                done(judge, act, id, verdict.words(), now),
                decision.measure() != Measure.DISMISS);
    }

    private CaseRow.Verdict verdict(Judge judge, CaseRow about, NewDecision decision, Instant now) {
        Measure measure = decision.measure();
        if (measure == null) {
            throw Refusal.invalid("measure-missing", "measure", "Choose what you decide.");
        }
        boolean dismissed = measure == Measure.DISMISS;
        if (!dismissed && decision.rule() == null) {
            throw Refusal.invalid("rule-missing", "rule", "Choose the rule that it breaks.");
        }
        if (about.author() == 0 && !dismissed && measure != Measure.HIDE) {
            throw Refusal.conflict(
                    "nobodys-post",
                    "Nobody here wrote this, so there is nobody to tell. Hide it, or dismiss the flags.");
        }
        String why = words.check(decision.words(), LEAST, MOST);
        boolean mayKeep = measure == Measure.WARN || measure == Measure.SUSPEND;
        return new CaseRow.Verdict(
                judge.account(),
                judge.mask(),
                measure,
                dismissed ? null : decision.rule(),
                why,
                !dismissed && !(mayKeep && decision.keep()),
                measure == Measure.SUSPEND ? now.plus(Duration.ofDays(days(decision.days()))) : null,
                now);
    }

    private static int days(@Nullable Integer days) {
        if (days == null || days < 1 || days > LONGEST) {
            throw Refusal.invalid("days-range", "days", "Suspend for 1 to 30 days.");
        }
        return days;
    }

    @Override
    public Case second(Visitor visitor, long id, boolean agree, @Nullable String why) {
        Judge judge = bench.judge(visitor);
        CaseRow before = row(judge, id);
        require(before, judge, Todo.SECOND);
        Instant now = now();
        boolean heard =
                before.hearing() != null || !now.isBefore(before.decided().plus(TO_BE_HEARD));
        if (agree && !heard && !judge.operator()) {
            throw Refusal.conflict(
                    "not-heard",
                    "The author has a day from the proposal to be heard. Come back then, or when they have answered.");
        }
        CaseRow.Verdict verdict =
                new CaseRow.Verdict(judge.account(), judge.mask(), words.check(why, LEAST, MOST), now);
        String act = agree ? "agreed to the ban" : "declined the ban";
        return move(
                judge,
                id,
                Todo.SECOND,
                row -> row.second(verdict, agree),
                done(judge, act, id, verdict.words(), now),
                true);
    }

    @Override
    public Case hear(Visitor visitor, long id, boolean uphold, @Nullable String why) {
        Judge judge = bench.judge(visitor);
        require(row(judge, id), judge, Todo.HEAR);
        Instant now = now();
        CaseRow.Verdict verdict =
                new CaseRow.Verdict(judge.account(), judge.mask(), words.check(why, LEAST, MOST), now);
        String act = uphold ? "upheld" : "reversed";
        return move(
                judge,
                id,
                Todo.HEAR,
                row -> row.hear(verdict, uphold),
                done(judge, act, id, verdict.words(), now),
                true);
    }

    /** Changes a case as long as that can be done about it, and has it enforced. */
    private Case move(Judge judge, long id, Todo todo, Consumer<CaseRow> change, EntryRow.Done done, boolean tells) {
        CaseRow moved = cases.move(
                id,
                row -> {
                    require(row, judge, todo);
                    refuseClaimed(row, judge, done.at());
                    change.accept(row);
                },
                done,
                tells);
        enforcement.enforce(id);
        return shown(judge, moved);
    }

    private static EntryRow.Done done(Judge judge, String act, long id, String words, Instant now) {
        return new EntryRow.Done(now, judge.name(), act, id, words);
    }

    private Case shown(Judge judge, CaseRow row) {
        Instant now = now();
        Optional<String> by = row.claimedBy(now);
        return new Case(
                row.id(),
                row.kind(),
                row.post(),
                row.question(),
                bench.name(row.channel()),
                row.author() == 0 ? "" : row.pseudonym(),
                row.title(),
                row.text(),
                row.opened(),
                row.state(),
                row.severity(),
                row.isHidden(),
                by.orElse(null),
                row.isClaimedBy(judge.account(), now),
                cases.reasons(row.id()),
                history(row, now),
                civility.apply(row.author()).orElse(null),
                row.decision(),
                row.hearing(),
                todo(judge, row));
    }

    private List<String> history(CaseRow row, Instant now) {
        return row.author() == 0
                ? List.of()
                : cases.upheld(row.author(), now.minus(HISTORY)).stream()
                        .filter(other -> other.id() != row.id())
                        .map(CaseDesk::line)
                        .toList();
    }

    private static String line(CaseRow other) {
        Decision decision = other.decision();
        String what =
                switch (decision == null ? Measure.DISMISS : decision.measure()) {
                    case DISMISS -> "dismissed";
                    case HIDE -> "hidden";
                    case WARN -> "warned";
                    case SUSPEND -> "suspended";
                    case BAN -> "banned, or that was proposed";
                };
        String rule = decision == null || decision.rule() == null
                ? ""
                : ", " + decision.rule().words();
        return LocalDate.ofInstant(other.decided(), ZoneOffset.UTC) + ": " + what + rule;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
