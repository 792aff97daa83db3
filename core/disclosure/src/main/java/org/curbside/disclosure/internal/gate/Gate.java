package org.curbside.disclosure.internal.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.curbside.api.insight.Activity;
import org.curbside.api.polling.PollCount;
import org.curbside.disclosure.internal.gate.GatedRelease.GatedCell;
import org.curbside.disclosure.internal.gate.GatedRelease.GatedTable;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Figure;

/** Turns true counts into what a client may see. There is no other way out. */
public final class Gate {

    private static final String SUPPRESSION = "Counts of 1 to 10 physicians are suppressed.";
    private static final String OF_TOPICS =
            " A topic is left out while no count of it may be shown. No totals are given, for physicians speak on several"
                    + " topics, and totals would tell small counts apart.";
    private static final String OF_POLLS =
            " So is a count if 1 to 10 physicians answered otherwise, and the total while a part of it is suppressed. A"
                    + " poll is counted anew when 11 more physicians have answered.";
    private static final double SUPPRESSED_AS = 5;
    private static final String NO_NOISE = "No noise is added.";
    private static final String NO_WEIGHTS = "Not weighted; members are volunteers, not a random sample.";

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(GatedRelease.class, WithoutViews.class)
            .addMixIn(GatedTable.class, WithoutViews.class);

    /** A gate. */
    public Gate() {}

    /** Whether there is anything in the result of a poll that may be shown. */
    public static boolean opensFor(PollCount poll) {
        return poll.ballots() >= Threshold.LEAST;
    }

    /**
     * Different physicians by topic and specialty. A topic is a member's own words, so it leaves only when enough physicians
     * of one specialty use it.
     *
     * @param specialtyNames from code to name
     * @param from the first Monday
     * @param until the Monday after the last week
     */
    public Release heatMap(
            String id,
            Instant issued,
            List<Activity> activity,
            UnaryOperator<String> specialtyNames,
            LocalDate from,
            LocalDate until) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Activity cell : activity) {
            counts.computeIfAbsent(cell.topic(), topic -> new TreeMap<>()).put(cell.specialty(), cell.physicians());
        }
        counts.values().removeIf(row -> row.values().stream().allMatch(count -> count < Threshold.LEAST));
        TreeSet<String> specialties = new TreeSet<>();
        counts.values().forEach(row -> specialties.addAll(row.keySet()));
        List<List<GatedCell>> rows = rows(counts, List.copyOf(specialties), specialtyNames);
        List<Variable> columns = List.of(
                new Variable("topic", "Topic of the questions", Variable.Type.TEXT, Map.of()),
                new Variable("specialty", "NUCC code of the physicians' specialty", Variable.Type.TEXT, Map.of()),
                new Variable("specialty_name", "Name of that specialty", Variable.Type.TEXT, Map.of()),
                new Variable(
                        "physicians",
                        "Different physicians who asked, advised or rated on it",
                        Variable.Type.COUNT,
                        Map.of()),
                new Variable(
                        "residual",
                        "Adjusted standardized residual of that count; a suppressed count is taken as 5",
                        Variable.Type.NUMBER,
                        Map.of()));
        MethodCard method = new MethodCard(
                "Verified physicians who asked, advised or rated on Curbside.",
                "11 or more in every count that is shown; no total is given",
                from,
                until.minusDays(1),
                "Not a survey; there is no response rate.",
                NO_WEIGHTS,
                NO_NOISE,
                SUPPRESSION + OF_TOPICS);
        return new GatedRelease(
                id,
                "Physicians by topic and specialty",
                issued,
                List.of(new GatedTable("heat_map", columns, rows)),
                method);
    }

    /** The residuals come from what is released, so they tell nothing more. */
    private static List<List<GatedCell>> rows(
            Map<String, Map<String, Long>> counts, List<String> specialties, UnaryOperator<String> specialtyNames) {
        List<String> topics = List.copyOf(counts.keySet());
        double[][] released = new double[topics.size()][specialties.size()];
        for (int t = 0; t < topics.size(); t++) {
            for (int s = 0; s < specialties.size(); s++) {
                long count = count(counts, topics.get(t), specialties.get(s));
                released[t][s] = Threshold.shows(count) ? count : SUPPRESSED_AS;
            }
        }
        double[][] residuals = AdjustedResiduals.of(released);
        List<List<GatedCell>> rows = new ArrayList<>();
        for (int t = 0; t < topics.size(); t++) {
            for (int s = 0; s < specialties.size(); s++) {
                long count = count(counts, topics.get(t), specialties.get(s));
                boolean shown = Threshold.shows(count);
                rows.add(List.of(
                        GatedCell.of(topics.get(t)),
                        GatedCell.of(specialties.get(s)),
                        GatedCell.of(specialtyNames.apply(specialties.get(s))),
                        shown ? GatedCell.of("" + count) : GatedCell.hidden(),
                        shown
                                ? GatedCell.of(String.format(Locale.ROOT, "%.2f", residuals[t][s]))
                                : GatedCell.hidden()));
            }
        }
        return rows;
    }

    private static long count(Map<String, Map<String, Long>> counts, String topic, String specialty) {
        return counts.getOrDefault(topic, Map.of()).getOrDefault(specialty, 0L);
    }

    /** The result of a poll; {@code until} is the day on which it was counted. */
    public Release poll(String id, Instant issued, PollCount poll, LocalDate from, LocalDate until) {
        List<List<GatedCell>> rows = new ArrayList<>();
        boolean hidden = !opensFor(poll);
        for (Figure figure : poll.figures()) {
            if (figure instanceof Figure.Distribution distribution) {
                for (Figure.Bar bar : distribution.bars()) {
                    boolean shown = Threshold.shows(bar.count(), poll.ballots());
                    hidden |= !shown;
                    rows.add(List.of(
                            GatedCell.of(distribution.title()),
                            GatedCell.of(bar.label()),
                            shown ? GatedCell.of("" + bar.count()) : GatedCell.hidden()));
                }
            }
        }
        List<Variable> columns = List.of(
                new Variable("figure", "What is counted", Variable.Type.TEXT, Map.of()),
                new Variable("answer", poll.text(), Variable.Type.TEXT, Map.of()),
                new Variable("physicians", "Physicians who gave this answer", Variable.Type.COUNT, Map.of()));
        MethodCard method = new MethodCard(
                "Verified physicians on Curbside who saw the question.",
                hidden ? "not stated, because a part is suppressed" : "" + poll.ballots(),
                from,
                until,
                "Not known: whoever read the question could answer.",
                NO_WEIGHTS,
                NO_NOISE,
                SUPPRESSION + OF_POLLS);
        return new GatedRelease(id, poll.text(), issued, List.of(new GatedTable("poll", columns, rows)), method);
    }

    /** A release as it is kept. */
    public String write(Release release) {
        try {
            return json.writeValueAsString(release);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A release could not be written", e);
        }
    }

    /** A release that was kept. */
    public Release read(String text) {
        try {
            return json.readValue(text, GatedRelease.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A release is not what was written", e);
        }
    }

    @JsonIgnoreProperties({"tables", "rows"})
    private interface WithoutViews {}
}
