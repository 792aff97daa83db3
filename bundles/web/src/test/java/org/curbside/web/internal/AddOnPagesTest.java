package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOn.Calls;
import org.curbside.api.guard.AddOn.State;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Listing;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Plan;
import org.curbside.api.guard.Verdict;
import org.curbside.api.refusal.Refusal;
import org.curbside.web.internal.AddOnPages.DeedPage;
import org.curbside.web.internal.AddOnPages.JobPage;
import org.curbside.web.internal.AddOnPages.ListPage;
import org.curbside.web.internal.AddOnPages.PlanPage;
import org.junit.jupiter.api.Test;

class AddOnPagesTest {

    private static final Frame FRAME = new Frame("Add-ons", "Porter", "operator", "", "");
    private static final AddOn LIKERT = new AddOn(
            "partner.likert",
            "1.0.0",
            Optional.of("0.9.0"),
            State.WORKING,
            List.of("poll.PollType"),
            new Calls(9, 1, 2.345),
            Optional.empty());

    private final Pages pages = new Pages();

    @Test
    void where_there_is_nothing_it_says_so() {
        String page = list(List.of(), List.of());

        assertThat(page)
                .contains("No add-on is installed, and no feature repository has one.")
                .contains("Nothing was done about add-ons yet.")
                .doesNotContain("<table");
    }

    @Test
    void an_installed_add_on_shows_how_it_does_and_what_can_be_done() {
        String page = list(
                List.of(new Listing(
                        "partner.likert",
                        Optional.of(LIKERT),
                        Optional.of("2.0.0"),
                        Optional.of("CN=Partner"),
                        List.of("poll.PollType \"likert\""))),
                List.of());

        assertThat(page)
                .contains("1.0.0", "2.0.0 available", "working", "CN=Partner", "2.3\u00a0ms")
                .contains("class=\"number\">10</td>", "class=\"number\">1</td>")
                .contains("/office/add-ons/partner.likert/quarantine", "/office/add-ons/partner.likert/uninstall")
                .contains("Plan update", "Roll back to 0.9.0")
                .doesNotContain("/release");
    }

    @Test
    void one_in_quarantine_says_why_and_can_be_let_out() {
        AddOn held = new AddOn(
                "partner.likert",
                "1.0.0",
                Optional.empty(),
                State.QUARANTINED,
                List.of(),
                Calls.NONE,
                Optional.of("It <looks> wrong."));

        String page = list(
                List.of(new Listing(
                        "partner.likert", Optional.of(held), Optional.empty(), Optional.empty(), List.of())),
                List.of());

        assertThat(page)
                .contains("quarantined", "It &lt;looks&gt; wrong.", "/office/add-ons/partner.likert/release", "\u2013")
                .doesNotContain("/quarantine\"", "/rollback\"", "Plan update");
    }

    @Test
    void one_that_could_be_installed_can_be_planned() {
        String page = list(
                List.of(new Listing(
                        "partner.likert", Optional.empty(), Optional.of("2.0.0"), Optional.empty(), List.of())),
                List.of());

        assertThat(page)
                .contains("not installed", "action=\"/office/add-ons/plan\"", "value=\"partner.likert\"")
                .doesNotContain("/uninstall");
    }

    @Test
    void what_was_done_last_stands_first() {
        String page = list(List.of(), List.of(entry(1, true), entry(2, false)));

        assertThat(page.indexOf("Because 2.")).isPositive().isLessThan(page.indexOf("Because 1."));
        assertThat(page).contains("4 Mar 2026, 05:06", "Porter", "not done", "install partner.likert");
    }

    @Test
    void a_plan_that_is_refused_cannot_be_carried_out() {
        String refused = plan(Finding.refused("signature", "Nobody has signed it."));
        assertThat(refused)
                .contains("It would not be taken. Nobody has signed it.")
                .doesNotContain("type=\"password\"");

        String admitted = plan(Finding.passed("signature", "All of it is signed."));
        assertThat(admitted)
                .contains("It would be taken.", "instead of 1.0.0", "12 polls", "Ballots wait.", "Roll it back.")
                .contains("Update it", "action=\"/office/add-ons/jobs/7\"", "type=\"password\"");
    }

    @Test
    void a_deed_asks_for_the_password_and_leads_to_what_is_wrong_with_it() {
        Refusal wrong = Refusal.invalid("wrong-sign-in", "password", "Type your password again; this is not it.");
        Form form = new Form(Map.of("password", "", "reason", "It fails."), wrong, "");

        String page = Rendered.page(pages, "add-on-deed.jte", new DeedPage(FRAME, LIKERT, Deed.QUARANTINE, form));

        assertThat(page)
                .contains("Quarantine partner.likert 1.0.0?", "value=\"It fails.\"", "href=\"#password\"")
                .contains("action=\"/office/add-ons/partner.likert/quarantine\"");
    }

    @Test
    void whoever_waits_is_told_and_then_what_came_of_it() {
        assertThat(Rendered.page(pages, "add-on-job.jte", new JobPage(FRAME, "Plan likert", "", false)))
                .contains("<progress", "role=\"status\"");
        assertThat(Rendered.page(pages, "add-on-job.jte", new JobPage(FRAME, "Plan likert", "It runs.", true)))
                .contains("class=\"done\"", "It runs.");
        assertThat(Rendered.page(pages, "add-on-job.jte", new JobPage(FRAME, "Plan likert", "Why not.", false)))
                .contains("role=\"alert\"", "It was not done. Why not.");
    }

    private String list(List<Listing> listings, List<AuditEntry> entries) {
        return Rendered.page(pages, "add-ons.jte", new ListPage(FRAME, listings, entries, false, Form.EMPTY));
    }

    private String plan(Finding finding) {
        Verdict verdict = new Verdict(
                "likert.jar",
                "ab12",
                Optional.of("partner.likert"),
                Optional.of("2.0.0"),
                Optional.empty(),
                List.of(new Offer("poll.PollType", "likert", OptionalInt.of(1))),
                List.of(finding));
        Plan plan = new Plan(
                verdict,
                Optional.of("1.0.0"),
                List.of("12 polls"),
                List.of("Ballots wait."),
                verdict.admitted() ? List.of("Roll it back.") : List.of());
        return Rendered.page(pages, "add-on-plan.jte", new PlanPage(FRAME, 7, "Plan likert.jar", plan, Form.EMPTY));
    }

    private static AuditEntry entry(long number, boolean done) {
        return new AuditEntry(
                number,
                Instant.parse("2026-03-04T05:06:07Z"),
                "Porter",
                Act.INSTALL,
                "partner.likert",
                Optional.of("1.0.0"),
                Optional.of("ab12"),
                Optional.empty(),
                done,
                Optional.of("Because " + number + "."));
    }
}
