package org.curbside.moderation.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Standing;
import org.curbside.api.content.TrackRecord;
import org.curbside.api.event.Event;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Operator;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.NewDecision;
import org.curbside.api.moderation.NewFlag;
import org.curbside.api.moderation.Rule;
import org.curbside.moderation.internal.store.CaseStore;
import org.curbside.moderation.internal.store.PermitStore;
import org.curbside.moderation.internal.store.RecordStore;
import org.curbside.moderation.internal.store.RemitStore;
import org.curbside.moderation.internal.store.StatisticsStore;
import org.curbside.moderation.internal.store.ToneStore;
import org.curbside.testkit.jpa.LocalJpa;

/** The whole slice on a database in memory, with a small community around it. */
final class Court {

    static final String MEDICINE = "207R00000X";
    static final String CARDIOLOGY = "207RC0000X";
    static final String SURGERY = "208600000X";
    static final String WHY = "Ages and places are enough to know her by.";

    static final Member WREN = member(1, "wren", SURGERY, false);
    static final Member OWL = member(2, "owl", MEDICINE, false);
    static final Member RAIL = member(3, "rail", SURGERY, false);
    static final Member HERON = member(4, "heron", MEDICINE, false);
    static final Member JUDGE = member(10, "egret", MEDICINE, true);
    static final Member OTHER_JUDGE = member(11, "plover", MEDICINE, true);
    static final Member SURGEON_JUDGE = member(12, "ruff", SURGERY, true);
    static final Operator OPERATOR = new Operator(20, "pat");

    final LocalJpa jpa = new LocalJpa("moderation", "/db/moderation/V1__moderation.sql");
    final List<Event> events = new ArrayList<>();
    final Map<Long, String> hidden = new HashMap<>();
    final List<String> banned = new ArrayList<>();
    final Map<Long, Long> advised = new HashMap<>();
    TrackRecord record = new TrackRecord(0, null, Standing.NONE);
    Instant now = Instant.parse("2026-03-04T05:06:07Z");

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    final CaseStore cases = new CaseStore(jpa, (em, event) -> events.add(event));
    final RemitStore remits = new RemitStore(jpa);
    final Words words = new Words(passages -> {});
    final Bench bench = new Bench(
            () -> List.of(
                    new Channel(MEDICINE, "Internal medicine", List.of()),
                    new Channel(
                            CARDIOLOGY,
                            "Cardiology",
                            List.of(),
                            List.of(),
                            MEDICINE,
                            List.of(),
                            List.of(),
                            org.curbside.spi.specialty.Guide.NONE,
                            "",
                            false),
                    new Channel(SURGERY, "Surgery", List.of())),
            remits::assigned);
    final Enforcement enforcement = new Enforcement(
            cases,
            row -> {
                if (row.isHidden()) {
                    hidden.put(row.post(), row.placeholder());
                } else {
                    hidden.remove(row.post());
                }
            },
            row -> banned.add(row.pseudonym()),
            () -> {});
    final WritingPermits permits = permits(1);
    final FlagDesk flags =
            new FlagDesk(cases, enforcement, permits, (kind, id) -> post(kind, id), words, clock, () -> {});
    final ToneDesk tones = new ToneDesk(new ToneStore(jpa), permits, (kind, id) -> post(kind, id), () -> {});
    final CaseDesk desk = new CaseDesk(
            cases,
            enforcement,
            bench,
            (member, questions) -> questions.stream()
                    .filter(question -> question.equals(advised.get(member)))
                    .collect(Collectors.toSet()),
            tones::of,
            words,
            clock,
            () -> {});
    final NoticeDesk notices = new NoticeDesk(cases, words, clock, () -> {});

    final RecordDesk record(List<Member> moderators) {
        return new RecordDesk(new RecordStore(jpa), remits, cases, bench, () -> moderators, clock, () -> {});
    }

    final TransparencyReport statistics = new TransparencyReport(new StatisticsStore(jpa), clock);

    private static Member member(long id, String name, String specialty, boolean moderator) {
        return new Member(id, name, specialty, moderator, Optional.empty());
    }

    WritingPermits permits(double limits) {
        return new WritingPermits(new PermitStore(jpa), cases, member -> record, limits, clock, () -> {});
    }

    /** Posts 1 to 999 are wren's, in internal medicine; from 1,000 on they are nobody's here. */
    private Optional<Post> post(PostKind kind, long id) {
        return Optional.of(new Post(
                kind,
                id,
                id,
                id < 1_000 ? WREN.id() : 0,
                new Author(id < 1_000 ? "wren" : "", "Surgery"),
                id < 2_000 ? MEDICINE : Channel.PRACTICE,
                "How long do you wait?",
                "After a subdural in a 47-year-old of Smallville.",
                now,
                hidden.get(id)));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The number of the case that a flag goes into. */
    long flagged(Member by, long post, Rule rule) {
        flags.flag(by, new NewFlag(PostKind.ADVICE, post, rule, "It names the place and the year."));
        return cases.waiting(1_000).stream()
                .filter(row -> row.post() == post)
                .findFirst()
                .orElseThrow()
                .id();
    }

    Case decide(Member judge, long id, Measure measure) {
        return desk.decide(judge, id, decision(measure));
    }

    static NewDecision decision(Measure measure) {
        Rule rule = measure == Measure.DISMISS ? null : Rule.PATIENT;
        return new NewDecision(measure, rule, WHY, measure == Measure.SUSPEND ? 3 : null, false);
    }

    Set<Long> hidden() {
        return new HashSet<>(hidden.keySet());
    }
}
