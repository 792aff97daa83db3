package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.identity.Call;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LetterBatch;
import org.curbside.api.identity.ProofStatus;
import org.curbside.api.identity.QueueStatistics;
import org.curbside.api.identity.RegistryWord;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Verdict;
import org.curbside.web.internal.OfficePages.CasePage;
import org.curbside.web.internal.OfficePages.QueuePage;
import org.curbside.web.internal.OutreachPages.CallsPage;
import org.curbside.web.internal.OutreachPages.LettersPage;
import org.junit.jupiter.api.Test;

class OfficePagesTest {

    private static final Frame FRAME = new Frame("Title", "anna", "operator", "", "");
    private static final LocalDate DAY = LocalDate.parse("2026-03-04");

    private final Pages pages = new Pages();

    @Test
    void the_claim_and_every_registrys_word_stand_in_one_table() {
        String page = casePage(CaseState.REVIEW, Optional.empty(), Form.EMPTY);

        assertThat(page)
                .contains(
                        "Ada &lt;b&gt; Sample, NPI 2000000001",
                        ">nppes</th>",
                        "MD, retired",
                        "not clear",
                        "4 March 2026")
                .contains("1 SAMPLE ST<br>", "value=\"approve\"", "value=\"refuse\"")
                .doesNotContain("<select");
    }

    @Test
    void whoever_proposed_a_refusal_cannot_confirm_it_and_another_can() {
        assertThat(casePage(CaseState.REVIEW, Optional.of(proposal("Anna")), Form.EMPTY))
                .contains("Another operator has to look at it", "Not a physician.")
                .doesNotContain("value=\"confirm\"", "value=\"approve\"");
        assertThat(casePage(CaseState.REVIEW, Optional.of(proposal("bert")), Form.EMPTY))
                .contains("value=\"confirm\"", "value=\"reject\"")
                .doesNotContain("value=\"approve\"");
    }

    @Test
    void a_decision_that_was_refused_says_so_at_its_field_and_keeps_what_was_written() {
        Form form = new Form(
                Map.of("decision", "approve", "reason", "ok", "specialty", ""),
                Refusal.invalid("reason-missing", "reason", "Say more."),
                "");

        assertThat(casePage(CaseState.REVIEW, Optional.empty(), form))
                .contains("<a href=\"#reason\">Say more.</a>", "value=\"ok\"")
                .containsPattern("value=\"approve\"[^>]* checked");
    }

    @Test
    void a_specialty_is_chosen_where_the_registry_names_none() {
        String page = Rendered.page(
                pages,
                "office-case.jte",
                new CasePage(
                        FRAME,
                        file(CaseState.REVIEW, Optional.empty(), true),
                        List.of(summary(3)),
                        Map.of("207R00000X", "Internal Medicine"),
                        "anna",
                        Form.EMPTY));

        assertThat(page)
                .contains("<option value=\"207R00000X\">Internal Medicine</option>", "href=\"/office/cases/3\"")
                .containsPattern("<select id=\"specialty\" name=\"specialty\" aria-describedby");
    }

    @Test
    void a_proven_case_can_be_closed_and_a_refused_one_only_read() {
        assertThat(casePage(CaseState.PROVEN, Optional.empty(), Form.EMPTY)).contains("value=\"close\"");
        assertThat(casePage(CaseState.REFUSED, Optional.empty(), Form.EMPTY))
                .doesNotContain("<form method=\"post\" action=\"/office")
                .contains("anna closed. Key lost.");
    }

    @Test
    void the_queue_counts_and_leads_on() {
        QueueStatistics statistics = new QueueStatistics(
                Map.of(CaseState.REVIEW, 3L),
                new QueueStatistics.Days(3, 1, 8, 9),
                new QueueStatistics.Days(0, 0, 0, 0));

        String page = Rendered.page(
                pages,
                "office.jte",
                new QueuePage(
                        FRAME,
                        CaseState.REVIEW,
                        List.of(summary(7)),
                        "/office?state=review&after=7",
                        statistics,
                        List.of(
                                new ProofStatus("email", "An e-mail", ""),
                                new ProofStatus("openid", "A partner", "It is away.")),
                        Form.EMPTY));

        assertThat(page).contains("An e-mail: offered", "A partner: <span class=\"label\">did not work", "It is away.");
        assertThat(page)
                .contains("Waiting for a decision (3)", "Proven (0)", "href=\"/office/cases/7\"", "refusal proposed")
                .contains("href=\"/office?state=review&amp;after=7\"", ">1 day<", ">8 days<", ">9 days<")
                .containsPattern("state=review\" aria-current=\"page\"");
    }

    @Test
    void letters_say_whether_they_are_printed_and_batches_can_be_had_again() {
        List<Letter> letters = List.of(
                new Letter(7, List.of("ADA", "1 ST"), "ABCDEFGH", DAY, 0, ""),
                new Letter(8, List.of("BEN"), "ABCDEFGH", DAY, 0, "There is no address."),
                new Letter(9, List.of("CY", "1 ST"), "ABCDEFGH", DAY, 2, ""));
        List<LetterBatch> batches =
                List.of(new LetterBatch(2, DAY, "anna", 5, 1), new LetterBatch(1, DAY, "bert", 3, 0));

        String page = Rendered.page(
                pages, "office-letters.jte", new LettersPage(FRAME, letters, "", batches, "", 2, Form.EMPTY));

        assertThat(page)
                .contains("Batch 2 is made. <a href=\"/office/letters/2.pdf\">", ">not yet<", ">in batch 2<")
                .contains("cannot be printed", "There is no address.")
                .doesNotContain("/office/letters/1.pdf");
    }

    @Test
    void a_document_is_looked_at_by_two() {
        assertThat(documentPage("", Form.EMPTY))
                .contains("src=\"/office/cases/7/document.jpg\"", "value=\"shown\"", "value=\"close\"");
        assertThat(documentPage("bert", Form.EMPTY)).contains("bert has agreed.", "value=\"shown\"");
        assertThat(documentPage("Anna", Form.EMPTY))
                .contains("Another operator has to look at it.")
                .doesNotContain("value=\"shown\"");
        Form wrong = new Form(
                Map.of("decision", "not-shown", "reason", "no"), Refusal.invalid("a", "reason", "Say more."), "");
        assertThat(documentPage("", wrong))
                .contains("<a href=\"#reason-document\">Say more.</a>")
                .containsOnlyOnce("role=\"alert\"");
    }

    private String documentPage(String agreed, Form form) {
        Optional<CaseFile.Document> document = Optional.of(new CaseFile.Document(DAY, agreed));
        CaseFile file = file(CaseState.LETTER, Optional.empty(), document, false);
        return Rendered.page(pages, "office-case.jte", new CasePage(FRAME, file, List.of(), Map.of(), "anna", form));
    }

    @Test
    void whoever_is_to_be_called_is_there_with_number_and_code() {
        List<Call> calls =
                List.of(new Call(7, "Ada <b>", "2125550123", "ABCDEFGH"), new Call(9, "Ben", "2125550124", "BCDEFGHJ"));

        assertThat(callsPage(calls, Form.EMPTY))
                .contains("Ada &lt;b&gt;", "href=\"tel:2125550123\"", "ABCDEFGH", "name=\"case\" value=\"7\"")
                .contains("value=\"not-reached\"", "href=\"/office/cases/9\"");
        Form wrong = new Form(
                Map.of("case", "9", "outcome", "not-reached", "reason", ""),
                Refusal.invalid("reason-missing", "reason", "Give the reason."),
                "");
        assertThat(callsPage(calls, wrong))
                .contains("<a href=\"#reason-9\">Give the reason.</a>")
                .containsOnlyOnce("role=\"alert\"");
        assertThat(callsPage(List.of(), wrong)).contains("Give the reason.", "Nobody waits for a call.");
    }

    private String callsPage(List<Call> calls, Form form) {
        return Rendered.page(pages, "office-calls.jte", new CallsPage(FRAME, calls, "", form));
    }

    private String casePage(CaseState state, Optional<CaseFile.Proposal> proposal, Form form) {
        CasePage page = new CasePage(FRAME, file(state, proposal, false), List.of(), Map.of(), "anna", form);
        return Rendered.page(pages, "office-case.jte", page);
    }

    private static CaseFile file(CaseState state, Optional<CaseFile.Proposal> proposal, boolean specialtyOpen) {
        return file(state, proposal, Optional.empty(), specialtyOpen);
    }

    private static CaseFile file(
            CaseState state,
            Optional<CaseFile.Proposal> proposal,
            Optional<CaseFile.Document> document,
            boolean specialtyOpen) {
        return new CaseFile(
                7,
                state,
                new Claim("Ada <b>", "Sample", "2000000001", "", ""),
                List.of("1 SAMPLE ST"),
                List.of(new RegistryWord("nppes", "MD, retired", Verdict.INDETERMINATE, "Not clear.", DAY)),
                Optional.empty(),
                "207R00000X",
                specialtyOpen,
                "Not clear.",
                DAY,
                DAY,
                proposal,
                document,
                state == CaseState.REFUSED
                        ? List.of(new CaseStep(DAY, CaseStep.Act.CLOSED, "anna", "Key lost."))
                        : List.of());
    }

    private static CaseFile.Proposal proposal(String operator) {
        return new CaseFile.Proposal(operator, "Not a physician.", DAY);
    }

    private static CaseSummary summary(long number) {
        return new CaseSummary(number, CaseState.REVIEW, "Ada Sample", "2000000001", "Not clear.", DAY, true);
    }
}
