package org.curbside.web.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.curbside.api.disclosure.Disclosure;
import org.curbside.api.disclosure.Format;
import org.curbside.api.disclosure.PolledQuestion;
import org.curbside.api.membership.Analyst;
import org.curbside.api.paging.Page;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;

/** What a client's analyst sees: releases of the gate. */
public final class ClientPages {

    private static final int POLLS = 50;

    private final Slice<Disclosure> disclosure;

    ClientPages(Slices slices) {
        disclosure = slices.of(Disclosure.class);
    }

    List<Route> routes() {
        return List.of(Route.shown("/client", this::dashboard), Route.shown("/client/polls/([0-9]{1,18})", this::poll));
    }

    private void dashboard(Exchange exchange) throws IOException {
        Analyst analyst = exchange.turnstile().analyst();
        Disclosure desk = disclosure.get();
        Release release = desk.heatMap(analyst);
        Page<PolledQuestion> polls = desk.polls(analyst, exchange.number("before", Long.MAX_VALUE), POLLS);
        exchange.page(
                "client.jte",
                new Dashboard(
                        exchange.frame("Dashboard"),
                        analyst.client(),
                        Download.of(release, desk.formats()),
                        HeatMap.of(release),
                        polls.items(),
                        polls.next().isPresent()
                                ? "/client?before=" + polls.next().getAsLong() + "#polls"
                                : ""));
    }

    private void poll(Exchange exchange) throws IOException {
        Analyst analyst = exchange.turnstile().analyst();
        Disclosure desk = disclosure.get();
        Release release = desk.poll(analyst, exchange.numberInPath());
        List<List<String>> rows = new ArrayList<>();
        for (List<Cell> row : release.tables().get(0).rows()) {
            rows.add(row.stream().map(ClientPages::text).toList());
        }
        exchange.page(
                "client-poll.jte",
                new PollPage(exchange.frame(release.title()), Download.of(release, desk.formats()), rows));
    }

    /** What a cell says; empty for a suppressed one. */
    static String text(Cell cell) {
        return cell instanceof Cell.Value value ? value.text() : "";
    }

    /**
     * A client's first page.
     *
     * @param older the address of older polls, or empty
     */
    public record Dashboard(
            Frame frame, String client, Download download, HeatMap heatMap, List<PolledQuestion> polls, String older) {}

    /** A poll's result: figure, answer, physicians; the last is empty where it is suppressed. */
    public record PollPage(Frame frame, Download download, List<List<String>> rows) {

        /** The greatest count shown, which a whole bar stands for; at least 1. */
        public long most() {
            return rows.stream()
                    .map(row -> row.get(2))
                    .filter(count -> !count.isEmpty())
                    .mapToLong(Long::parseLong)
                    .reduce(1, Math::max);
        }
    }

    /** A release to take home. */
    public record Download(String id, String title, MethodCard method, List<Format> formats) {
        static Download of(Release release, List<Format> formats) {
            return new Download(release.id(), release.title(), release.method(), formats);
        }
    }

    /**
     * A heat map as a table.
     *
     * @param specialties names, by column
     * @param rows cells by topic
     */
    public record HeatMap(List<String> specialties, Map<String, List<Heat>> rows) {

        static HeatMap of(Release release) {
            Map<String, Map<String, Heat>> byTopic = new LinkedHashMap<>();
            Map<String, String> names = new LinkedHashMap<>();
            for (List<Cell> row : release.tables().get(0).rows()) {
                names.put(text(row.get(1)), text(row.get(2)));
                byTopic.computeIfAbsent(text(row.get(0)), topic -> new LinkedHashMap<>())
                        .put(text(row.get(1)), Heat.of(text(row.get(3)), text(row.get(4))));
            }
            Map<String, List<Heat>> rows = new LinkedHashMap<>();
            byTopic.forEach((topic, cells) -> rows.put(
                    topic,
                    names.keySet().stream()
                            .map(code -> Objects.requireNonNull(cells.get(code)))
                            .toList()));
            return new HeatMap(List.copyOf(names.values()), rows);
        }
    }

    /**
     * One cell.
     *
     * @param count empty where it is suppressed
     * @param colour the name of its style
     * @param says in words, for whoever does not see the colour
     */
    public record Heat(String count, String colour, String says) {

        static Heat of(String count, String residual) {
            if (count.isEmpty()) {
                return new Heat("", "hidden", "fewer than 11, suppressed");
            }
            double r = residual.isEmpty() ? 0 : Double.parseDouble(residual);
            String side = r > 0 ? "more" : "less";
            if (Math.abs(r) < 2) {
                return new Heat(count, "as-expected", "about as expected");
            }
            String strength = Math.abs(r) < 4 ? "2" : "4";
            return new Heat(count, side + strength, side + " than expected, residual " + residual);
        }
    }
}
