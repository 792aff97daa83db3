package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.identity.CaseFile;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.CaseStep.Act;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.QueueStatistics;
import org.curbside.api.identity.RegistryWord;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.LicenseRegistries;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do at the desk. */
class OfficeTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    private static final long DAY = 86_400;
    private static final String MEDICINE = "207R00000X";

    private final Specialties specialties = new Specialties();
    private final BulkRegistries registries = new BulkRegistries();
    private final LicenseRegistries boards = new LicenseRegistries();
    private Books books;
    private Issuer issuer;
    private Office office;

    @BeforeEach
    void open() throws Exception {
        specialties.addCatalogue(() -> List.of(
                new Specialty(MEDICINE, "Internal Medicine", Set.of(MEDICINE), List.of(), List.of(), List.of()),
                new Specialty("207K00000X", "Allergy", Set.of("207K00000X"), List.of(), List.of(), List.of())));
        books = new Books(DeskDatabase.fresh());
        issuer = new Issuer(books, new SecureRandom());
        registries.addRegistry(new StatusRegistry(), Map.of("curbside.registry.id", "nppes"));
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

    private LicenceCase file(int day, int person, String status, String taxonomy) {
        books.inTransaction(connection -> {
            Entries.store(
                    connection,
                    "nppes",
                    List.of(new RegistryEntry(
                            npi(person),
                            "ADA",
                            "SAMPLE",
                            "MD",
                            status,
                            taxonomy.isEmpty() ? List.of() : List.of(taxonomy),
                            List.of(),
                            Optional.of(new PostalAddress(List.of("1 SAMPLE ST", "TOWN NY 10001"))))));
            Loads.note(connection, "nppes", "a file", Loads.Done.NOTHING, LocalDate.parse("2026-03-02"));
            return person;
        });
        return deskAt(day).claim(new NewClaim("Ada", "Sample", npi(person)));
    }

    private static String npi(int person) {
        return Npi.withCheckDigit("" + (200_000_000 + person));
    }

    private Desk deskAt(int day) {
        return new Desk(
                books, new Registries(books, registries, boards), issuer, specialties, clock(day), new SecureRandom());
    }

    private Office officeAt(int day) {
        return new Office(books, issuer, specialties, clock(day));
    }

    private static Clock clock(int day) {
        return Clock.fixed(NOW.plusSeconds(day * DAY), ZoneOffset.UTC);
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
