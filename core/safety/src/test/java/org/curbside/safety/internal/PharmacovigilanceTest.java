package org.curbside.safety.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.content.Passage;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.safety.NewReport;
import org.curbside.api.safety.Outcome;
import org.curbside.api.safety.Signal;
import org.curbside.safety.internal.store.ReportStore;
import org.curbside.testkit.jpa.LocalJpa;
import org.junit.jupiter.api.Test;

class PharmacovigilanceTest {

    private static final Member MEMBER = new Member(7, "kestrel", "208600000X");

    private final Pharmacovigilance desk = new Pharmacovigilance(
            new ReportStore(new LocalJpa("safety", "/db/safety/V1__reports.sql")),
            question -> question < 100,
            PharmacovigilanceTest::screen,
            Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC),
            () -> {});

    @Test
    void wording_differs_but_the_pair_is_the_same() {
        report(1, "Apixaban", "Hair  loss", false);
        report(2, " apixaban ", "hair loss", true);
        assertThat(desk.signals()).hasSize(1);
        Signal signal = desk.signals().get(0);
        assertThat(signal.reports()).isEqualTo(2);
        assertThat(signal.serious()).isEqualTo(1);
        assertThat(signal.prr()).isEmpty();
    }

    @Test
    void a_pair_that_stands_out_comes_first_with_its_interval() {
        for (int question = 0; question < 4; question++) {
            report(question, "apixaban", "hair loss", false);
        }
        for (int question = 0; question < 30; question++) {
            report(question, "metformin", "nausea", false);
        }
        for (int question = 0; question < 10; question++) {
            report(question, "codeine", "nausea", false);
        }
        report(99, "metformin", "hair loss", false);
        Signal first = desk.signals().get(0);
        assertThat(first.product()).isEqualTo("apixaban");
        assertThat(first.signal()).isTrue();
        assertThat(first.prr().orElseThrow()).isEqualTo(41.0);
        assertThat(first.low().orElseThrow()).isLessThan(41).isGreaterThan(1);
    }

    @Test
    void the_same_report_from_the_same_question_counts_once() {
        report(1, "apixaban", "hair loss", false);
        assertRefused("already-reported", () -> report(1, "Apixaban", "Hair loss", true));
        assertThat(desk.signals().get(0).reports()).isEqualTo(1);
    }

    @Test
    void a_fatal_reaction_is_serious_whatever_was_ticked() {
        desk.report(MEMBER, new NewReport(1, "apixaban", "haemorrhage", false, Outcome.FATAL));
        assertThat(desk.signals().get(0).serious()).isEqualTo(1);
    }

    @Test
    void what_is_missing_is_named() {
        assertRefused("report-product", () -> report(1, " ", "hair loss", false));
        assertRefused("report-reaction", () -> report(1, "apixaban", "x".repeat(101), false));
    }

    @Test
    void the_first_reports_of_a_pair_at_the_same_moment_are_all_counted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> colleagues = new ArrayList<>();
            for (long member = 1; member <= 8; member++) {
                Member colleague = new Member(member, "member-" + member, "208600000X");
                colleagues.add(() -> {
                    desk.report(colleague, new NewReport(1, "apixaban", "hair loss", false, null));
                    return null;
                });
            }
            for (Future<Void> reported : threads.invokeAll(colleagues)) {
                reported.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(desk.signals().get(0).reports()).isEqualTo(8);
    }

    @Test
    void a_report_comes_from_a_question_and_points_at_nobody() {
        assertRefused("no-such-question", () -> report(100, "apixaban", "hair loss", false));
        assertRefused("could-identify", () -> report(1, "apixaban", "123-45-6789 lost her hair", false));
        assertThat(desk.signals()).isEmpty();
    }

    private static void screen(List<Passage> passages) {
        if (passages.stream().anyMatch(passage -> passage.text().contains("123-45-6789"))) {
            throw Refusal.invalid("could-identify", "reaction", "Take out the number.");
        }
    }

    private void report(long question, String product, String reaction, boolean serious) {
        desk.report(MEMBER, new NewReport(question, product, reaction, serious, null));
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
