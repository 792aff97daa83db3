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

    private static final String SUPPRESSION =
            "Counts of 1 to 10 physicians are suppressed, and so is a count whose complement is 1 to 10. No totals are"
                    + " given where a part of them is suppressed.";
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

    /**
     * Different physicians by topic and specialty.
     *
     * @param specialtyNames from code to name
     * @param from the first Monday
     * @param until the Monday after the last week
     */
    public Release heatMap(
            String id,
            Instant issued,
            List<Activity> activity,
            long physicians,
            UnaryOperator<String> specialtyNames,
            LocalDate from,
            LocalDate until) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        TreeSet<String> specialties = new TreeSet<>();
        for (Activity cell : activity) {
            counts.computeIfAbsent(cell.topic(), topic -> new TreeMap<>()).put(cell.specialty(), cell.physicians());
            specialties.add(cell.specialty());
        }
        List<List<GatedCell>> rows = rows(counts, List.copyOf(specialties), specialtyNames);
        List<Variable> columns = List.of(
                new Variable("topic", "Topic of the questions", Variable.Type.TEXT, Map.of()),
                new Variable("specialty", "NUCC code of the physicians' specialty", Variable.Type.TEXT, Map.of()),
                new Variable("specialty_name", "Name of that specialty", Variable.Type.TEXT, Map.of()),
                new Variable(
                        "physicians",
                        "Different physicians who asked, advised or rated on it",
                        Variable.Type.COUNT,
                        Map.of()));
        MethodCard method = new MethodCard(
                "Verified physicians who asked, advised or rated on Curbside.",
                Threshold.shows(physicians) ? "" + physicians : "fewer than 11",
                from,
                until.minusDays(1),
                "Not a survey; there is no response rate.",
                NO_WEIGHTS,
                NO_NOISE,
                SUPPRESSION);
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
        boolean hidden = poll.ballots() < Threshold.LEAST;
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
                SUPPRESSION);
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
