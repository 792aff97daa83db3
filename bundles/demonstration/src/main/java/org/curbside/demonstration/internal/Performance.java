package org.curbside.demonstration.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.curbside.api.content.Archive;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewImage;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Rating;
import org.curbside.api.membership.Member;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.polling.Polls;
import org.curbside.api.safety.NewReport;
import org.curbside.api.safety.Outcome;
import org.curbside.api.safety.Reports;
import org.curbside.api.slice.Slices;

/** Plays the scenes: the same every time, spread over half a year that ends now. */
final class Performance {

    /** The fields of a ranked differential. */
    private static final List<String> RANKS = List.of("first", "second", "third", "fourth", "fifth");

    private static final Duration BETWEEN_SCENES = Duration.ofHours(68);
    private static final Duration LAST_COMPLETE_WEEK = Duration.ofDays(8);
    private static final Duration TO_REPLY = Duration.ofMinutes(40);
    private static final Duration UNTIL_THE_END = Duration.ofDays(35);

    private final Cast cast;
    private final Archive archive;
    private final Polls polls;
    private final Reports reports;
    private final Map<String, String> codes = new HashMap<>();
    private final SplittableRandom chance = new SplittableRandom(1854);

    Performance(Slices slices, Cast cast) {
        this.cast = cast;
        archive = slices.of(Archive.class).get();
        polls = slices.of(Polls.class).get();
        reports = slices.of(Reports.class).get();
        for (Channel channel : slices.of(Channels.class).get().channels()) {
            codes.put(channel.name(), channel.code());
        }
    }

    void play(List<Scene> scenes, Instant now) {
        Instant at = now.minus(BETWEEN_SCENES.multipliedBy(scenes.size()));
        for (Scene scene : inTime(scenes)) {
            at = at.plus(BETWEEN_SCENES);
            play(scene, scene.recent() ? now.minus(LAST_COMPLETE_WEEK) : at.minus(LAST_COMPLETE_WEEK), now);
        }
    }

    /** Scenes of one specialty follow each other in the file, but not in time; the recent ones come last. */
    private static List<Scene> inTime(List<Scene> scenes) {
        List<Scene> mixed = new ArrayList<>();
        for (int n = 0; n < scenes.size(); n++) {
            mixed.add(scenes.get(n * 23 % scenes.size()));
        }
        mixed.sort(Comparator.comparing(Scene::recent));
        return mixed;
    }

    private void play(Scene scene, Instant at, Instant now) {
        String channel = code(scene.specialty());
        Member asker = anyOf(cast.of(channel));
        Question question = archive.ask(
                asker,
                new NewQuestion(
                        channel,
                        scene.title(),
                        scene.text(),
                        scene.topics(),
                        scene.vote()
                                .map(vote -> new NewPoll(
                                        vote.type(),
                                        vote.text(),
                                        List.copyOf(vote.leanings().keySet())))
                                .orElse(null),
                        scene.strip().stream()
                                .map(shown -> new NewImage(Strip.drawn(), shown, true))
                                .toList(),
                        true),
                at);
        scene.vote().ifPresent(vote -> ballots(Objects.requireNonNull(question.poll()), vote));
        scene.suspicions().forEach(suspicion -> reports(question.id(), suspicion));
        Instant written = at;
        List<Comment> comments = new ArrayList<>();
        for (Scene.Line line : scene.lines()) {
            written = written.plusSeconds(chance.nextLong(900, 30_000));
            comments.add(comment(question.id(), channel, line, asker, written));
            written = written.plus(TO_REPLY.multipliedBy(line.replies().size()));
        }
        Instant yesterday = now.minus(Duration.ofDays(1));
        Instant end = written.plus(UNTIL_THE_END);
        Instant later = end.isBefore(yesterday) ? end : yesterday;
        scene.ending().ifPresent(ending -> conclude(asker, question.id(), ending, comments, later));
    }

    private void conclude(Member asker, long question, Scene.Ending ending, List<Comment> comments, Instant at) {
        Map<Long, Hindsight> hindsight = new HashMap<>();
        for (int n = 0; n < comments.size(); n++) {
            switch (ending.hindsight().charAt(n)) {
                case '+' -> hindsight.put(comments.get(n).id(), Hindsight.BORNE_OUT);
                case '-' -> hindsight.put(comments.get(n).id(), Hindsight.NOT_BORNE_OUT);
                default -> hindsight.remove(comments.get(n).id());
            }
        }
        archive.conclude(asker, question, new NewConclusion(ending.text(), hindsight, true), at);
    }

    private Comment comment(long question, String channel, Scene.Line line, Member asker, Instant written) {
        Member adviser = anyOther(cast.of(code(line.specialty())), asker);
        Comment comment = archive.comment(adviser, question, line.text(), written);
        for (int n = 0; n < line.replies().size(); n++) {
            Instant at = written.plus(TO_REPLY.multipliedBy(n + 1L));
            archive.reply(
                    n % 2 == 0 ? asker : adviser, comment.id(), line.replies().get(n), at);
        }
        for (Member rater : raters(channel, code(line.specialty()), adviser)) {
            double draw = chance.nextDouble();
            Rating rating = draw < line.agree()
                    ? Rating.AGREE
                    : draw < line.agree() + line.partly() ? Rating.PARTLY : Rating.DISAGREE;
            archive.rate(rater, comment.id(), rating, written.plusSeconds(chance.nextLong(600, 80_000)));
        }
        return comment;
    }

    /** Mostly of the two specialties concerned, and some of the others. */
    private List<Member> raters(String channel, String other, Member adviser) {
        List<Member> raters = new ArrayList<>();
        for (Member member : cast.all()) {
            boolean near =
                    member.specialty().equals(channel) || member.specialty().equals(other);
            if (member.id() != adviser.id() && chance.nextDouble() < (near ? 0.5 : 0.08)) {
                raters.add(member);
            }
        }
        return raters;
    }

    private void ballots(long poll, Scene.Vote vote) {
        for (Member member : cast.all()) {
            if (chance.nextDouble() < 0.45) {
                List<Double> shares = new ArrayList<>(vote.leanings().values());
                polls.answer(
                        member,
                        poll,
                        vote.type().equals("choice") ? Map.of("choice", List.of("" + drawn(shares))) : ranks(shares));
            }
        }
    }

    /** The place of one of them, from 1; it is not drawn again. */
    private int drawn(List<Double> shares) {
        double draw = chance.nextDouble()
                * shares.stream().mapToDouble(Double::doubleValue).sum();
        int place = 0;
        int last = 0;
        while (draw >= 0 && place < shares.size()) {
            draw -= shares.get(place);
            last = shares.get(place) > 0 ? place : last;
            place++;
        }
        shares.set(last, 0.0);
        return last + 1;
    }

    /** One to five ranks. */
    private Map<String, List<String>> ranks(List<Double> shares) {
        int named = 1 + chance.nextInt(Math.min(RANKS.size(), shares.size()));
        Map<String, List<String>> ranks = new HashMap<>();
        for (int rank = 0; rank < Math.min(RANKS.size(), shares.size()); rank++) {
            ranks.put(RANKS.get(rank), List.of(rank < named ? "" + drawn(shares) : "0"));
        }
        return ranks;
    }

    private void reports(long question, Scene.Suspicion suspicion) {
        for (int n = 0; n < suspicion.reports(); n++) {
            Member reporter =
                    cast.all().get((int) ((question * 7 + n * 11L) % cast.all().size()));
            Outcome outcome = n % 2 == 0 ? Outcome.RECOVERED : Outcome.RECOVERING;
            reports.report(
                    reporter,
                    new NewReport(question, suspicion.product(), suspicion.reaction(), suspicion.serious(), outcome));
        }
    }

    private Member anyOf(List<Member> members) {
        return members.get(chance.nextInt(members.size()));
    }

    private Member anyOther(List<Member> members, Member one) {
        List<Member> others =
                members.stream().filter(member -> member.id() != one.id()).toList();
        return anyOf(others.isEmpty() ? members : others);
    }

    private String code(String specialty) {
        return Objects.requireNonNull(codes.get(specialty), specialty);
    }
}
