package org.curbside.safety.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.curbside.api.content.Passage;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Screener;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.safety.NewReport;
import org.curbside.api.safety.Outcome;
import org.curbside.api.safety.Reports;
import org.curbside.api.safety.Signal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.curbside.safety.internal.store.PairRow;
import org.curbside.safety.internal.store.ReportRow;
import org.curbside.safety.internal.store.ReportStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Takes reports of suspected adverse reactions and compares how often they are reported together. */
@Component
public final class Pharmacovigilance implements Reports {

    private static final int LONGEST = 100;
    private static final Comparator<Signal> SIGNALS_FIRST = Comparator.comparing((Signal signal) -> !signal.signal())
            .thenComparing(Comparator.comparingLong(Signal::reports).reversed())
            .thenComparing(Signal::product)
            .thenComparing(Signal::reaction);

    private final ReportStore store;
    private final LongPredicate questions;
    private final Consumer<List<Passage>> screener;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Pharmacovigilance(BundleContext context, @Reference ReportStore store) {
        this(store, new Slices(context), Clock.systemUTC());
    }

    private Pharmacovigilance(ReportStore store, Slices slices, Clock clock) {
        this(store, slices.of(Questions.class), slices.of(Screener.class), clock, slices::close);
    }

    private Pharmacovigilance(
            ReportStore store, Slice<Questions> questions, Slice<Screener> screener, Clock clock, Runnable close) {
        this(
                store,
                question -> questions.get().find(question).isPresent(),
                passages -> screener.get().check(passages, true),
                clock,
                close);
    }

    /** {@code screener} is not asked about names: eponyms and products are names too. */
    Pharmacovigilance(
            ReportStore store, LongPredicate questions, Consumer<List<Passage>> screener, Clock clock, Runnable close) {
        this.store = store;
        this.questions = questions;
        this.screener = screener;
        this.clock = clock;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public void report(Member reporter, NewReport report) {
        if (!questions.test(report.question())) {
            throw Refusal.notFound("no-such-question", "There is no question with this number to report from.");
        }
        Passage product = word("product", report.product());
        Passage reaction = word("reaction", report.reaction());
        screener.accept(List.of(product, reaction));
        Outcome outcome = report.outcome() == null ? Outcome.UNKNOWN : report.outcome();
        ReportRow row = new ReportRow(
                report.question(),
                reporter.id(),
                product.text(),
                reaction.text(),
                report.serious() || outcome == Outcome.FATAL,
                outcome.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!store.store(row)) {
            throw Refusal.conflict("already-reported", "You have reported this reaction from this question.");
        }
    }

    @Override
    public List<Signal> signals() {
        List<PairRow> pairs = store.pairs();
        Map<String, Long> ofProduct = new HashMap<>();
        Map<String, Long> ofReaction = new HashMap<>();
        long all = 0;
        for (PairRow pair : pairs) {
            ofProduct.merge(pair.product(), pair.reports(), Long::sum);
            ofReaction.merge(pair.reaction(), pair.reports(), Long::sum);
            all += pair.reports();
        }
        long total = all;
        return pairs.stream()
                .map(pair -> signal(
                        pair,
                        ofProduct.getOrDefault(pair.product(), 0L),
                        ofReaction.getOrDefault(pair.reaction(), 0L),
                        total))
                .sorted(SIGNALS_FIRST)
                .toList();
    }

    private static Signal signal(PairRow pair, long ofProduct, long ofReaction, long all) {
        long a = pair.reports();
        TwoByTwo table = new TwoByTwo(a, ofProduct - a, ofReaction - a, all - ofProduct - ofReaction + a);
        return new Signal(
                pair.product(),
                pair.reaction(),
                a,
                pair.serious(),
                table.prr(),
                table.low(),
                table.high(),
                table.only(),
                table.signal());
    }

    private static Passage word(String field, @Nullable String input) {
        String word = input == null ? "" : input.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (word.length() < 2 || word.codePointCount(0, word.length()) > LONGEST) {
            throw Refusal.invalid("report-" + field, field, "Name the " + field + " in 2 to 100 characters.");
        }
        return new Passage(field, word);
    }
}
