package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.CaseStep.Act;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LetterBatch;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.QueueStatistics;
import org.curbside.api.identity.RecheckReport;
import org.curbside.api.identity.RegistryWord;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do at the desk. */
class OfficeTest extends AtTheDesk {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");

    private Office office;

    @BeforeEach
    void open() {
        specialties.addCatalogue(
                () -> List.of(
                        new Specialty(MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of()),
                        new Specialty("207K00000X", "Allergy", Set.of("207K00000X"), List.of(), List.of(), List.of())),
                Map.of());
        office = officeAt(0);
    }

    @Test
    void a_file_shows_what_was_claimed_beside_what_each_registry_said() {
        boards.addRegistry(
                new Board("NY", () -> new Judgement(Verdict.INDETERMINATE, "The board shows a probation.")),
                Map.of("curbside.registry.id", "board"));
        long number = claim(0, 1, "", MEDICINE);

        CaseFile file = office.file(number);

        assertThat(file.claim().familyName()).isEqualTo("Sample");
        assertThat(file.address()).containsExactly("1 SAMPLE ST", "TOWN NY 10001");
        assertThat(file.words())
                .containsExactly(
                        new RegistryWord(
                                "nppes",
                                "credential \"MD\", taxonomies " + MEDICINE,
                                Verdict.ACTIVE,
                                "Listed.",
                                LocalDate.parse("2026-03-02")),
                        new RegistryWord(
                                "board",
                                "the board's words",
                                Verdict.INDETERMINATE,
                                "The board shows a probation.",
                                LocalDate.parse("2026-03-01")));
        assertThat(file.reason()).isEqualTo("The board shows a probation.");
        assertThat(file.steps()).isEmpty();
    }

    @Test
    void a_refusal_needs_another_operator_and_the_physician_reads_the_first_ones_reason() {
        LicenceCase filed = file(0, 1, "odd", MEDICINE);
        long number = numbers(CaseState.REVIEW).get(0);
        assertRefused("no-refusal-proposed", () -> office.second("bert", number, true, "Yes."));
        office.propose("anna", number, "The degree is not one of a physician.");
        assertThat(office.cases(CaseState.REVIEW, 0, 10).items())
                .extracting(CaseSummary::refusalProposed)
                .containsExactly(true);
        assertThat(deskAt(0).find(filed.key()).state()).isEqualTo(CaseState.REVIEW);

        assertRefused("second-operator", () -> office.second("anna", number, true, "Me again."));
        assertRefused("second-operator", () -> office.second("ANNA", number, false, "Me again."));
        assertRefused("refusal-proposed", () -> office.propose("bert", number, "So do I."));
        assertRefused("refusal-proposed", () -> office.approve("bert", number, "I do not.", ""));
        assertRefused("reason-missing", () -> office.second("bert", number, true, ""));
        officeAt(2).second("bert", number, true, "Seen it too.");

        assertThat(deskAt(2).find(filed.key()).sentence())
                .isEqualTo("The desk has refused this claim: The degree is not one of a physician.");
        assertThat(office.file(number).steps())
                .containsExactly(
                        new CaseStep(TODAY, Act.REFUSAL_PROPOSED, "anna", "The degree is not one of a physician."),
                        new CaseStep(TODAY.plusDays(2), Act.REFUSED, "bert", "Seen it too."));
        assertThat(office.file(number).since()).isEqualTo(TODAY.plusDays(2));
        assertRefused("no-such-review", () -> office.second("bert", number, true, "Again."));
    }

    @Test
    void a_refusal_that_is_rejected_leaves_the_claim_to_be_decided() {
        LicenceCase filed = file(0, 1, "odd", MEDICINE);
        long number = numbers(CaseState.REVIEW).get(0);
        office.propose("anna", number, "No degree.");
        office.second("bert", number, false, "The degree is on the second page.");
        assertThat(office.file(number).proposal()).isEmpty();
        office.approve("anna", number, "I see it now.", "");
        assertThat(deskAt(0).find(filed.key()).state()).isEqualTo(CaseState.LETTER);
        assertThat(office.file(number).steps())
                .extracting(CaseStep::act)
                .containsExactly(Act.REFUSAL_PROPOSED, Act.REFUSAL_REJECTED, Act.APPROVED);
    }

    @Test
    void a_claim_that_waits_is_decided_on_and_not_closed_by_one_alone() {
        file(0, 1, "odd", MEDICINE);
        long number = numbers(CaseState.REVIEW).get(0);
        assertRefused("case-in-review", () -> office.close("anna", number, "Away with it."));
        assertThat(office.file(number).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void whoever_has_no_specialty_in_the_registry_is_given_one_by_a_person() {
        long number = claim(0, 1, "", "");
        assertThat(office.file(number).reason()).isEqualTo("The registry names no specialty.");
        assertThat(office.file(number).specialtyOpen()).isTrue();
        assertThat(office.specialties())
                .containsExactly(Map.entry("207K00000X", "Allergy"), Map.entry(MEDICINE, "Internal Medicine"));
        assertRefused("specialty-missing", () -> office.approve("anna", number, "Board certified.", ""));
        assertRefused("specialty-missing", () -> office.approve("anna", number, "Board certified.", "none"));
        office.approve("anna", number, "Board certified.", "207K00000X");
        assertThat(office.file(number).specialty()).isEqualTo("207K00000X");
        assertThat(office.file(number).specialtyOpen()).isFalse();

        long known = claim(0, 2, "odd", MEDICINE);
        assertRefused("specialty-known", () -> office.approve("anna", known, "As she says.", "207K00000X"));
    }

    @Test
    void what_the_registries_said_is_an_hmac_and_a_day_after_the_decision_and_the_address_goes_with_the_proof() {
        LicenceCase filed = file(0, 1, "odd", MEDICINE);
        long number = numbers(CaseState.REVIEW).get(0);
        List<RegistryWord> words = office.file(number).words();
        officeAt(1).approve("anna", number, "Diploma seen.", "");

        CaseFile decided = office.file(number);
        assertThat(decided.words()).isEmpty();
        assertThat(decided.evidence())
                .contains(new CaseFile.Evidence(issuer.seal().evidence(number, words), TODAY.plusDays(1)));
        assertThat(decided.address()).isNotEmpty();

        deskAt(1).prove(filed.key(), letters().get(0).code());
        assertThat(office.file(number).address()).isEmpty();
        assertThat(stored()).doesNotContain("SAMPLE ST", "word that is not known", "taxonomies");
    }

    @Test
    void a_clear_claim_loses_its_plain_evidence_when_it_is_proven_and_a_closed_one_at_once() {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        deskAt(0).prove(filed.key(), letters().get(0).code());
        assertThat(office.file(numbers(CaseState.PROVEN).get(0)).evidence()).isPresent();
        file(0, 2, "", MEDICINE);
        office.close("anna", numbers(CaseState.LETTER).get(0), "Moved house.");
        assertThat(stored()).doesNotContain("SAMPLE ST", "taxonomies").contains("Moved house.");
    }

    @Test
    void cases_are_read_page_by_page_and_each_is_there_once() {
        for (int n = 1; n <= 5; n++) {
            file(0, n, "odd", MEDICINE);
        }
        Page<CaseSummary> first = office.cases(CaseState.REVIEW, 0, 2);
        assertThat(first.items()).extracting(CaseSummary::number).containsExactly(1L, 2L);
        assertThat(first.next()).isEqualTo(OptionalLong.of(2));
        assertThat(Page.every(0, after -> office.cases(CaseState.REVIEW, after, 2)))
                .extracting(CaseSummary::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(office.casesOf(npi(3))).singleElement().satisfies(summary -> assertThat(summary.number())
                .isEqualTo(3));
        assertThat(office.casesOf(null)).isEmpty();
        assertRefused("no-such-case", () -> office.file(99));
    }

    @Test
    void the_statistics_tell_how_long_claims_wait_and_waited() {
        assertThat(office.statistics().waiting()).isEqualTo(new QueueStatistics.Days(0, 0, 0, 0));
        for (int n = 1; n <= 10; n++) {
            file(-n, n, "odd", MEDICINE);
        }
        file(0, 11, "", MEDICINE);
        assertThat(office.statistics().waiting()).isEqualTo(new QueueStatistics.Days(10, 5, 9, 10));
        assertThat(office.statistics().cases()).isEqualTo(Map.of(CaseState.REVIEW, 10L, CaseState.LETTER, 1L));

        office.approve("anna", 1, "Diploma seen.", "");
        office.propose("anna", 10, "No degree.");
        office.second("bert", 10, true, "None.");

        assertThat(office.statistics().waiting()).isEqualTo(new QueueStatistics.Days(8, 5, 9, 9));
        assertThat(office.statistics().decided()).isEqualTo(new QueueStatistics.Days(2, 1, 10, 10));
        assertThat(officeAt(91).statistics().decided().cases()).isZero();
    }

    @Test
    void a_batch_has_the_new_letters_only_and_can_be_printed_again() throws IOException {
        file(0, 1, "", MEDICINE);
        LicenceCase second = file(0, 2, "", MEDICINE);
        LetterBatch batch = officeAt(3).batch("anna");
        assertThat(batch).isEqualTo(new LetterBatch(1, TODAY.plusDays(3), "anna", 2, 2));
        assertThat(letters()).allSatisfy(letter -> {
            assertThat(letter.batch()).isEqualTo(1);
            assertThat(letter.expires()).isEqualTo(TODAY.plusDays(33));
        });
        assertRefused("no-new-letters", () -> office.batch("anna"));

        file(4, 3, "", MEDICINE);
        assertThat(officeAt(4).batch("bert").letters()).isEqualTo(1);
        deskAt(5).prove(second.key(), letters().get(1).code());

        assertThat(officeAt(5).batches(Long.MAX_VALUE, 10).items())
                .containsExactly(
                        new LetterBatch(2, TODAY.plusDays(4), "bert", 1, 1),
                        new LetterBatch(1, TODAY.plusDays(3), "anna", 2, 1));
        assertThat(printed(5, 1))
                .contains(letters().get(0).code().substring(0, 4))
                .doesNotContain("No. 2");
        assertThat(printed(5, 1)).isEqualTo(printed(6, 1));
        assertRefused("no-such-batch", () -> office.print(9, OutputStream.nullOutputStream()));
        assertRefused("no-such-batch", () -> office.print(0, OutputStream.nullOutputStream()));
        assertRefused("no-such-batch", () -> officeAt(40).print(1, OutputStream.nullOutputStream()));
    }

    @Test
    void a_letter_that_cannot_be_printed_is_left_out_and_says_why() {
        file(0, 1, "", MEDICINE);
        books.update("update licence_case set address = ?", "1 \u738b ST\nTOWN");
        file(0, 2, "", MEDICINE);
        assertThat(office.batch("anna").letters()).isEqualTo(1);
        assertThat(letters()).extracting(Letter::batch).containsExactly(0L, 1L);
        assertThat(letters().get(0).obstacle()).contains("by hand");
        assertThat(letters().get(1).obstacle()).isEmpty();
    }

    @Test
    void of_operators_who_print_at_once_each_letter_goes_to_one() throws Exception {
        for (int n = 1; n <= 20; n++) {
            file(0, n, "", MEDICINE);
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Long> sizes = new ArrayList<>();
            for (Future<Long> size : pool.invokeAll(Collections.<Callable<Long>>nCopies(4, this::batched))) {
                sizes.add(size.get());
            }
            assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(20);
        } finally {
            pool.shutdownNow();
        }
    }

    private long batched() {
        try {
            return office.batch("anna").letters();
        } catch (Refusal none) {
            return 0;
        }
    }

    @Test
    void another_letter_has_another_code_goes_to_the_present_address_and_there_are_three_at_most() {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        String first = letters().get(0).code();
        assertThat(filed.another()).isFalse();
        assertRefused("letter-on-its-way", () -> deskAt(20).anotherLetter(filed.key()));
        officeAt(2).batch("anna");
        assertThat(deskAt(15).find(filed.key()).another()).isFalse();
        assertRefused("letter-on-its-way", () -> deskAt(15).anotherLetter(filed.key()));
        assertThat(deskAt(16).find(filed.key()).another()).isTrue();
        record(1, "", MEDICINE, "2 NEW ST");
        deskAt(16).anotherLetter(filed.key());

        Letter again = letters().get(0);
        assertThat(again.code()).isNotEqualTo(first);
        assertThat(again.batch()).isZero();
        assertThat(again.lines()).contains("2 NEW ST");
        assertThat(again.expires()).isEqualTo(TODAY.plusDays(46));
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-code", () -> deskAt(16).prove(filed.key(), first));
        }
        assertThat(deskAt(16).anotherLetter(filed.key()).another()).isFalse();
        assertRefused("letters-used-up", () -> deskAt(99).anotherLetter(filed.key()));
        assertThat(deskAt(17).prove(filed.key(), letters().get(0).code()).state())
                .isEqualTo(CaseState.PROVEN);
        assertRefused("no-letter-expected", () -> deskAt(17).anotherLetter(filed.key()));
    }

    @Test
    void an_expired_letter_can_be_replaced_unless_the_licence_has_lapsed() {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        assertThat(deskAt(31).find(filed.key()).another()).isTrue();
        record(1, "inactive", MEDICINE, "1 SAMPLE ST");
        assertRefused("licence-lapsed", () -> deskAt(31).anotherLetter(filed.key()));
        LicenceCase anew = file(31, 1, "", MEDICINE);
        assertThat(deskAt(31).anotherLetter(filed.key()).another()).isFalse();
        assertThat(officeAt(31).letters(0, 10).items()).as("that of both").hasSize(1);
        String code = officeAt(31).letters(0, 10).items().get(0).code();
        assertThat(deskAt(31).prove(filed.key(), code).state()).isEqualTo(CaseState.PROVEN);
        assertThat(deskAt(31).find(anew.key()).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void after_a_load_every_proven_licence_is_judged_again() {
        List<LicenceCase> proven = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            LicenceCase filed = file(0, n, "", MEDICINE);
            proven.add(deskAt(0).prove(filed.key(), letters().get(0).code()));
        }
        file(0, 5, "", MEDICINE);
        assertThat(office.recheck()).isEqualTo(new RecheckReport(4, 0, 0, 0, 0));
        record(1, "inactive", MEDICINE, "1 SAMPLE ST");
        record(2, "odd", MEDICINE, "1 SAMPLE ST");
        record(5, "inactive", MEDICINE, "1 SAMPLE ST");

        recheckAt(9).loaded();

        assertThat(states(proven))
                .containsExactly(CaseState.LAPSED, CaseState.REVIEW, CaseState.PROVEN, CaseState.PROVEN);
        CaseFile lapsed = office.file(numbers(CaseState.LAPSED).get(0));
        assertThat(lapsed.reason()).isEqualTo("Not any more.");
        assertThat(lapsed.since()).isEqualTo(TODAY.plusDays(9));
        assertThat(lapsed.words()).extracting(RegistryWord::verdict).containsExactly(Verdict.INACTIVE);
        assertThat(lapsed.steps()).containsExactly(new CaseStep(TODAY.plusDays(9), Act.LAPSED, "", "Not any more."));
        assertThat(office.recheck()).isEqualTo(new RecheckReport(3, 0, 0, 0, 0));
        assertRefused("licence-lapsed", () -> deskAt(9).issuer(proven.get(0).key()));
        assertThat(deskAt(9).recheck(proven.get(0).key()).sentence()).endsWith("Not any more.");

        record(1, "", MEDICINE, "1 SAMPLE ST");
        assertThat(officeAt(10).recheck()).isEqualTo(new RecheckReport(3, 0, 0, 1, 0));
        assertThat(states(proven).get(0)).isEqualTo(CaseState.PROVEN);
        assertThat(office.file(1).words()).isEmpty();
        assertRefused("not-lapsed", () -> deskAt(10).recheck(proven.get(0).key()));
    }

    @Test
    void in_each_epoch_every_proven_licence_is_judged_again_once() {
        LicenceCase filed = shown(0, file(0, 1, "", MEDICINE));
        Register service = new Register("US", () -> new Judgement(Verdict.ACTIVE, "In service today."));
        boards.addRegistry(service, Map.of("curbside.registry.id", "register"));
        LicenceCase served = shown(0, deskAt(0).claim(new NewClaim("Ada", "Sample", npi(9))));
        assertThat(recheckAt(0).inEachEpoch()).contains(new RecheckReport(2, 0, 0, 0, 0));
        record(1, "inactive", MEDICINE, "1 SAMPLE ST");
        assertThat(recheckAt(9).inEachEpoch()).isEmpty();
        assertThat(states(List.of(filed, served))).containsOnly(CaseState.PROVEN);

        boards.removeRegistry(service);
        assertThat(recheckAt(30).inEachEpoch()).contains(new RecheckReport(2, 1, 0, 0, 1));
        assertThat(states(List.of(filed, served))).containsExactly(CaseState.LAPSED, CaseState.PROVEN);
        assertThat(recheckAt(31).inEachEpoch()).isEmpty();
        boards.addRegistry(
                new Register("US", () -> new Judgement(Verdict.INACTIVE, "Out of service.")),
                Map.of("curbside.registry.id", "register"));
        assertThat(recheckAt(60).inEachEpoch()).contains(new RecheckReport(2, 1, 0, 0, 0));
        assertThat(states(List.of(filed, served))).containsOnly(CaseState.LAPSED);
    }

    @Test
    void a_doubt_that_was_decided_on_is_no_doubt_after_the_next_load_and_a_lapsed_licence_can_be_doubted() {
        LicenceCase filed = file(0, 1, "odd", MEDICINE);
        office.approve("anna", 1, "Diploma seen.", "");
        deskAt(0).prove(filed.key(), letters().get(0).code());
        assertThat(office.recheck()).isEqualTo(new RecheckReport(1, 0, 0, 0, 0));
        record(1, "inactive", MEDICINE, "1 SAMPLE ST");
        assertThat(office.recheck()).isEqualTo(new RecheckReport(1, 1, 0, 0, 0));
        boards.addRegistry(
                new Board("NY", () -> new Judgement(Verdict.INDETERMINATE, "The board shows a probation.")),
                Map.of("curbside.registry.id", "board"));
        record(1, "", MEDICINE, "1 SAMPLE ST");
        assertThat(deskAt(1).recheck(filed.key()).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void who_cannot_be_judged_just_now_stays_where_they_are() {
        LicenceCase filed = file(0, 1, "", MEDICINE);
        deskAt(0).prove(filed.key(), letters().get(0).code());
        registries.removeRegistry(registries.find("nppes").orElseThrow());
        assertThat(office.recheck()).isEqualTo(new RecheckReport(1, 0, 0, 0, 1));
        assertThat(states(List.of(filed))).containsExactly(CaseState.PROVEN);
    }

    private List<CaseState> states(List<LicenceCase> cases) {
        return cases.stream().map(filed -> deskAt(0).find(filed.key()).state()).toList();
    }

    private String printed(int day, long batch) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        officeAt(day).print(batch, out);
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Everything that the desk has stored about cases. */
    private String stored() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("licence_case", "case_word", "case_step")) {
            books.query(
                    row -> {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            all.append(row.getString(i)).append('|');
                        }
                        return table;
                    },
                    "select * from " + table);
        }
        return all.toString();
    }

    private List<Letter> letters() {
        return office.letters(0, 100).items();
    }

    private List<Long> numbers(CaseState state) {
        return office.cases(state, 0, 100).items().stream()
                .map(CaseSummary::number)
                .toList();
    }

    private long claim(int day, int person, String status, String taxonomy) {
        file(day, person, status, taxonomy);
        return office.casesOf(npi(person)).get(0).number();
    }
}
