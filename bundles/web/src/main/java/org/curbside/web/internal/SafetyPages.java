package org.curbside.web.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.curbside.api.insight.Insight;
import org.curbside.api.insight.TopicWatch;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.safety.NewReport;
import org.curbside.api.safety.Outcome;
import org.curbside.api.safety.Reports;
import org.curbside.api.safety.Signal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Adverse reactions, and topics that stand out. */
public final class SafetyPages {

    private final Slice<Reports> reports;
    private final Slice<Insight> insight;

    SafetyPages(Slices slices) {
        reports = slices.of(Reports.class);
        insight = slices.of(Insight.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form("/questions/([0-9]{1,18})/report", this::report),
                Route.shown("/signals", this::signals),
                Route.shown("/topics", this::topics));
    }

    private void report(Exchange exchange) throws IOException {
        Member reporter = exchange.turnstile().member();
        if (!exchange.post()) {
            exchange.page("report.jte", reportPage(exchange, Form.EMPTY));
            return;
        }
        try {
            reports.get()
                    .report(
                            reporter,
                            new NewReport(
                                    exchange.numberInPath(),
                                    exchange.parameter("product"),
                                    exchange.parameter("reaction"),
                                    exchange.given("serious").isPresent(),
                                    outcome(exchange.parameter("outcome"))));
            exchange.seeOther("/signals?done=report");
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "product", "reaction", "serious", "outcome");
            exchange.again("report.jte", reportPage(exchange, form), refusal);
        }
    }

    private static ReportPage reportPage(Exchange exchange, Form form) {
        return new ReportPage(exchange.frame("Report a reaction", form), exchange.numberInPath(), form);
    }

    private static Outcome outcome(String word) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Outcome.UNKNOWN);
    }

    private void signals(Exchange exchange) throws IOException {
        exchange.turnstile().member();
        boolean reported = exchange.parameter("done").equals("report");
        exchange.page(
                "signals.jte",
                new SignalsPage(exchange.frame("Signals"), reports.get().signals(), reported));
    }

    private void topics(Exchange exchange) throws IOException {
        exchange.turnstile().member();
        exchange.page(
                "topics.jte",
                new TopicsPage(exchange.frame("Topics"), insight.get().watches()));
    }

    /** The form for a suspected adverse reaction. */
    public record ReportPage(Frame frame, long question, Form form) {

        /** What became of the patient, in the order in which it is offered. */
        public static final List<Choice> OUTCOMES = List.of(
                new Choice("unknown", "Not known", null),
                new Choice("recovered", "Recovered", null),
                new Choice("recovering", "Recovering", null),
                new Choice("not_recovered", "Not recovered", null),
                new Choice("sequelae", "Recovered with lasting harm", null),
                new Choice("fatal", "Died of it", null));
    }

    /** Every reported pair; {@code reported} to whoever has just reported one. */
    public record SignalsPage(Frame frame, List<Signal> signals, boolean reported) {

        /** With one decimal, or a dash where it is not defined. */
        public static String number(OptionalDouble value) {
            return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "\u2013";
        }

        /** From the lower to the upper end, or a dash. */
        public static String interval(Signal signal) {
            boolean defined = signal.low().isPresent() && signal.high().isPresent();
            return defined ? number(signal.low()) + " to " + number(signal.high()) : number(OptionalDouble.empty());
        }
    }

    /** Weekly counts. */
    public record TopicsPage(Frame frame, List<TopicWatch> watches) {

        /** Points of a line, in a box 130 wide and 24 high. */
        public static String line(TopicWatch watch) {
            long most = Math.max(
                    1, watch.weeks().stream().mapToLong(Long::longValue).max().orElse(1));
            StringBuilder points = new StringBuilder();
            for (int week = 0; week < watch.weeks().size(); week++) {
                long y = 22 - Math.round(20.0 * watch.weeks().get(week) / most);
                points.append(week * 5 + 2).append(',').append(y).append(' ');
            }
            return points.toString().strip();
        }

        /** The count of the last week. */
        public static long latest(TopicWatch watch) {
            return watch.weeks().get(watch.weeks().size() - 1);
        }
    }
}
