package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.credential.Blinding;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.RegistryWord;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.match.NameMatch;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.LicenseRegistries;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Census;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final String NPI = Npi.withCheckDigit("200000001");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static final LocalDate EPOCH = LocalDate.parse("2026-03-02");
    private static final long DAY = 86_400;
    private static final KeyPair MEMBER = member();
    private static final Map<String, Object> BOARD = Map.of("curbside.registry.id", "board");

    private final Specialties specialties = new Specialties();
    private final BulkRegistries registries = new BulkRegistries();
    private final LicenseRegistries boards = new LicenseRegistries();
    private final StatusRegistry registry = new StatusRegistry();
    private Books books;
    private Desk desk;
    private Office office;
    private Issuer issuer;

    @BeforeEach
    void open() throws Exception {
        specialties.addCatalogue(
                () -> List.of(new Specialty(
                        "207R00000X", "Internal Medicine", Set.of("207R00000X"), List.of(), List.of(), List.of())),
                Map.of());
        books = new Books(DeskDatabase.fresh());
        issuer = issuer(1);
        registries.addRegistry(registry, Map.of("curbside.registry.id", "nppes"));
        desk = deskAt(NOW);
        office = officeAt(NOW);
        record(NPI, "");
    }

    @Test
    void a_claim_a_letter_and_a_code_make_a_credential() throws Exception {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        assertThat(filed.state()).isEqualTo(CaseState.LETTER);
        Letter letter = letters(office).get(0);
        assertThat(letter.lines()).containsExactly("ADA SAMPLE", "1 SAMPLE ST", "TOWN NY 10001");
        LicenceCase proven = desk.prove(filed.key(), letter.code().toLowerCase(Locale.ROOT));
        assertThat(proven.state()).isEqualTo(CaseState.PROVEN);
        assertThat(letters(office)).isEmpty();
        IssuerKey key = desk.issuer(filed.key());
        assertThat(key.group()).isEqualTo("207R00000X");
        assertThat(key.epoch()).isEqualTo("2026-03-02");
        assertThat(issuer.directory()).contains(key);
        Blinding blinding = blinding(key);
        Credential credential = blinding.finish(sign(desk, filed, blinding));
        assertThat(credential.isSignedWith(key)).isTrue();
        assertThat(Credential.parse(credential.toText())).contains(credential);
    }

    @Test
    void whoever_plans_to_replace_a_registry_learns_how_many_claims_rest_on_it() {
        assertThat(office.on("verification.BulkRegistry", "nppes")).isEmpty();
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        assertThat(office.on("verification.BulkRegistry", "nppes")).contains("1 claim");
        assertThat(office.on("verification.BulkRegistry", "board")).isEmpty();
        assertThat(office.on("poll.PollType", "nppes")).isEmpty();
        office.close("anna", letters(office).get(0).number(), "The letter was lost.");
        assertThat(desk.find(filed.key()).state()).isEqualTo(CaseState.REFUSED);
        assertThat(office.on("verification.BulkRegistry", "nppes")).isEmpty();
    }

    @Test
    void the_same_is_signed_however_often_and_after_a_restart_and_nothing_else() {
        LicenceCase proven = proven();
        Blinding blinding = blinding(desk.issuer(proven.key()));
        String first = sign(desk, proven, blinding);
        assertThat(sign(desk, proven, blinding)).isEqualTo(first);
        issuer = issuer(1);
        assertThat(sign(deskAt(NOW), proven, blinding)).isEqualTo(first);
        Blinding another = blinding(desk.issuer(proven.key()));
        assertRefused("credential-issued", () -> sign(desk, proven, another));
    }

    @Test
    void what_is_not_blinded_for_the_key_is_not_signed() {
        LicenceCase proven = proven();
        IssuerKey key = desk.issuer(proven.key());
        for (String wrong : Arrays.asList(null, "", "#", "AAAA", "_".repeat(341) + "w")) {
            assertRefused("blinded-message", () -> desk.credential(proven.key(), key.id(), wrong));
        }
        Blinding blinding = blinding(key);
        assertRefused("another-key", () -> desk.credential(proven.key(), "another", blinding.blinded()));
        assertThat(blinding.finish(sign(desk, proven, blinding)).keyId()).isEqualTo(key.id());
    }

    @Test
    void names_are_compared_as_people_write_them() {
        assertThat(NameMatch.fits("José", "O’Neil-Núñez Jr.", "JOSE", "ONEIL NUNEZ"))
                .isTrue();
        assertThat(NameMatch.fits("Ada Mary", "Sample", "ADA", "SAMPLE")).isTrue();
        assertThat(NameMatch.fits("Ada", "Simple", "ADA", "SAMPLE")).isFalse();
        assertThat(NameMatch.fits("", "", "", "")).isFalse();
        assertThat(NameMatch.fits("Anh", "Do", "ANH", "DO")).isTrue();
        assertThat(NameMatch.fits("Anh", "Do, M.D.", "ANH", "DO")).isTrue();
        assertThat(NameMatch.fits("Anh", "Doe", "ANH", "DO")).isFalse();
        assertThat(NameMatch.fits("Bj\u00f8rn", "\u0141\u00f3d\u017a III", "BJORN", "LODZ"))
                .isTrue();
        assertThat(NameMatch.fits("Mary Ann", "De la Cruz", "MARYANN", "DELACRUZ"))
                .isTrue();
        assertThat(NameMatch.fits("Jean-Paul", "Garcia-Lopez", "JEAN PAUL", "GARCIA LOPEZ"))
                .isTrue();
        assertThat(NameMatch.fits("Ada", "Garcia", "ADA", "GARCIA-LOPEZ")).isFalse();
        assertThat(NameMatch.fits("\u738b", "\u674e", "ADA", "SAMPLE")).isFalse();
        assertThat(NameMatch.fits("Eda", "Sample", "ADA", "SAMPLE")).isFalse();
    }

    @Test
    void each_wrong_claim_is_refused_by_its_name() {
        String inactive = Npi.withCheckDigit("200000002");
        record(inactive, "inactive");
        String wrongDigit = NPI.substring(0, 9) + (NPI.charAt(9) - '0' + 1) % 10;
        assertRefused("npi-check-digit", () -> desk.claim(claim("Ada", "Sample", wrongDigit)));
        assertRefused("npi-check-digit", () -> desk.claim(claim("Ada", "Sample", null)));
        assertRefused("not-an-active-physician", () -> desk.claim(claim("Ada", "Sample", inactive)));
        assertRefused("npi-not-found", () -> desk.claim(claim("Ada", "Sample", Npi.withCheckDigit("200000099"))));
        assertRefused("name-does-not-fit", () -> desk.claim(claim("Ada", "Simple", NPI)));
        assertRefused("name-missing", () -> desk.claim(claim(" ", "Sample", NPI)));
        registries.removeRegistry(registry);
        assertRefused("registry-away", () -> desk.claim(claim("Ada", "Sample", NPI)));
    }

    @Test
    void after_five_wrong_codes_even_the_right_one_is_refused() {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-code", () -> desk.prove(filed.key(), "AAAAAAAA"));
        }
        String right = letters(office).get(0).code();
        assertRefused("code-tried-too-often", () -> desk.prove(filed.key(), right));
        assertRefused("not-proven", () -> desk.issuer(filed.key()));
    }

    @Test
    void an_expired_code_and_an_unknown_key_are_refused() {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        String code = letters(office).get(0).code();
        Desk later = deskAt(NOW.plusSeconds(31 * DAY));
        assertRefused("code-expired", () -> later.prove(filed.key(), code));
        assertThat(letters(officeAt(NOW.plusSeconds(31 * DAY)))).isEmpty();
        assertRefused("no-such-case", () -> desk.find("nothing"));
        assertRefused("no-such-case", () -> desk.find(null));
    }

    @Test
    void an_unclear_answer_of_the_registry_goes_to_a_person() {
        String unclear = Npi.withCheckDigit("200000003");
        record(unclear, "odd");
        LicenceCase filed = desk.claim(claim("Ada", "Sample", unclear));
        assertThat(filed.state()).isEqualTo(CaseState.REVIEW);
        assertThat(filed.sentence()).contains("a word that is not known");
        long number = reviews().get(0).number();
        assertRefused("reason-missing", () -> office.approve("anna", number, " ", ""));
        office.approve("anna", number, "Diploma seen.", "");
        assertThat(desk.find(filed.key()).state()).isEqualTo(CaseState.LETTER);
        assertThat(letters(office)).hasSize(1);
        assertRefused("no-such-review", () -> office.propose("anna", number, "Too late."));
    }

    @Test
    void a_refused_claim_says_why_and_can_be_made_again() {
        String unclear = Npi.withCheckDigit("200000003");
        record(unclear, "odd");
        LicenceCase filed = desk.claim(claim("Ada", "Sample", unclear));
        long number = reviews().get(0).number();
        office.propose("anna", number, "No degree.");
        office.second("bert", number, true, "I think so too.");
        assertThat(desk.find(filed.key()).sentence()).endsWith("No degree.");
        assertThat(desk.claim(claim("Ada", "Sample", unclear)).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void a_subspecialist_gets_the_credential_of_the_specialty() {
        Specialties specialties = new Specialties();
        assertRefused("catalogue-away", () -> specialties.of(List.of("207RC0000X")));
        specialties.addCatalogue(
                () -> List.of(new Specialty(
                        "207R00000X",
                        "Internal Medicine",
                        Set.of("207R00000X", "207RC0000X"),
                        List.of(),
                        List.of(),
                        List.of())),
                Map.of());
        assertThat(specialties.of(List.of("174400000X", "207RC0000X"))).isEqualTo("207R00000X");
        assertThat(specialties.of(List.of("174400000X"))).isEqualTo("174400000X");
    }

    @Test
    void many_guesses_at_once_are_no_more_than_five() throws Exception {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        List<String> refusals = atOnce(20, () -> {
            try {
                return desk.prove(filed.key(), "AAAAAAAA").state().name();
            } catch (Refusal refusal) {
                return refusal.name();
            }
        });
        assertThat(refusals).filteredOn("wrong-code"::equals).hasSize(5);
        assertThat(refusals).filteredOn("code-tried-too-often"::equals).hasSize(15);
    }

    @Test
    void of_many_claims_at_once_all_are_taken_and_one_letter_goes_out() throws Exception {
        List<String> answers =
                atOnce(12, () -> desk.claim(claim("Ada", "Sample", NPI)).state().name());
        assertThat(answers).containsOnly("LETTER").hasSize(12);
        assertThat(letters(office)).hasSize(1);
    }

    @Test
    void a_licence_that_has_lapsed_gets_no_credential_in_the_next_epoch() {
        LicenceCase proven = proven();
        Blinding blinding = blinding(desk.issuer(proven.key()));
        String signature = sign(desk, proven, blinding);
        record(NPI, "inactive");
        assertThat(sign(desk, proven, blinding)).isEqualTo(signature);
        Desk next = deskAt(NOW.plusSeconds(30 * DAY));
        Blinding renewal = blinding(next.issuer(proven.key()));
        assertRefused("licence-lapsed", () -> sign(next, proven, renewal));
        assertThat(next.find(proven.key()).state()).isEqualTo(CaseState.LAPSED);
        assertRefused("licence-lapsed", () -> next.issuer(proven.key()));
        record(NPI, "");
        assertThat(renewal.finish(sign(next, proven, renewal)).keyId()).isEqualTo(renewal.keyId());
    }

    @Test
    void a_licence_that_has_become_unclear_waits_for_a_person_and_for_no_second_letter() {
        LicenceCase proven = proven();
        sign(desk, proven, blinding(desk.issuer(proven.key())));
        record(NPI, "odd");
        Desk next = deskAt(NOW.plusSeconds(30 * DAY));
        Blinding renewal = blinding(next.issuer(proven.key()));
        assertRefused("licence-in-review", () -> sign(next, proven, renewal));
        assertThat(next.find(proven.key()).state()).isEqualTo(CaseState.REVIEW);
        office.approve("anna", reviews().get(0).number(), "Board was called.", "");
        assertThat(next.find(proven.key()).state()).isEqualTo(CaseState.PROVEN);
        assertThat(sign(next, proven, renewal)).isNotEmpty();
    }

    @Test
    void a_new_doubt_is_asked_about_although_an_old_one_was_decided() {
        LicenceCase proven = proven();
        Blinding blinding = blinding(desk.issuer(proven.key()));
        record(NPI, "odd");
        assertRefused("licence-in-review", () -> sign(desk, proven, blinding));
        office.approve("anna", reviews().get(0).number(), "Board was called.", "");
        assertThat(sign(desk, proven, blinding)).isNotEmpty();
        record(NPI, "");
        board(new Judgement(Verdict.INDETERMINATE, "The board shows a probation."));
        Desk next = deskAt(NOW.plusSeconds(30 * DAY));
        Blinding renewal = blinding(next.issuer(proven.key()));
        assertRefused("licence-in-review", () -> sign(next, proven, renewal));
    }

    @Test
    void a_board_can_object_and_cannot_vouch() {
        board(new Judgement(Verdict.ACTIVE, "Listed as active."));
        assertThat(desk.claim(licensed("", "CA")).state()).isEqualTo(CaseState.LETTER);
        assertRefused("npi-not-found", () -> desk.claim(claim("Ada", "Sample", Npi.withCheckDigit("200000077"))));
    }

    @Test
    void a_board_that_knows_the_licence_as_revoked_refuses_and_a_doubt_goes_to_a_person() {
        record(NPI, "", new Licence("NY", "123456-1"));
        board(new Judgement(Verdict.INDETERMINATE, "The board shows a probation."));
        LicenceCase filed = desk.claim(licensed("1234561", "ny"));
        assertThat(filed.sentence()).endsWith("because the board shows a probation.");
        assertThat(office.file(reviews().get(0).number()).words())
                .extracting(RegistryWord::word)
                .endsWith("the board's words");
        board(new Judgement(Verdict.INACTIVE, "The board has revoked this licence."));
        assertThatThrownBy(() -> desk.claim(licensed("1234561", "NY")))
                .hasMessageStartingWith("The board has revoked this licence. ");
    }

    @Test
    void a_board_that_does_not_answer_or_breaks_is_tried_again_later_and_nothing_is_lost() {
        record(NPI, "", new Licence("NY", "123456-1"));
        Board silent = new Board("NY", () -> {
            throw new RegistryUnavailable("Timed out.");
        });
        Board broken = new Board("NY", () -> {
            throw new IllegalStateException("A fault");
        });
        for (Board board : List.of(silent, broken)) {
            boards.addRegistry(board, BOARD);
            assertRefused("registry-away", () -> desk.claim(licensed("123456-1", "NY")));
            boards.removeRegistry(board);
        }
        assertThat(desk.claim(licensed("123456-1", "NY")).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void whom_the_file_does_not_have_the_registers_service_verifies() {
        String newcomer = Npi.withCheckDigit("200000009");
        assertRefused("npi-not-found", () -> desk.claim(claim("Ada", "Sample", newcomer)));
        register("US", () -> new Judgement(Verdict.ACTIVE, "In service today."));
        LicenceCase filed = desk.claim(claim("Ada", "Sample", newcomer));
        assertThat(filed.state()).isEqualTo(CaseState.LETTER);
        assertThat(letters(office).get(0).lines()).containsExactly("ADA SAMPLE", "2 SERVICE ST", "TOWN NY 10002");
        record(newcomer, "");
        assertThat(desk.claim(claim("Ada", "Sample", newcomer)).state()).isEqualTo(CaseState.LETTER);
        assertThat(letters(office)).as("it is the same licence").hasSize(1);
    }

    @Test
    void what_the_registers_service_says_counts_as_from_the_file() {
        NewClaim claim = claim("Ada", "Sample", Npi.withCheckDigit("200000009"));
        register("US", () -> {
            throw new RegistryUnavailable("Timed out.");
        });
        assertRefused("registry-away", () -> desk.claim(claim));
        register("US", () -> new Judgement(Verdict.INACTIVE, "This number was deactivated."));
        assertRefused("not-an-active-physician", () -> desk.claim(claim));
        register("NL", () -> new Judgement(Verdict.ACTIVE, "In the register of another country."));
        assertRefused("npi-not-found", () -> desk.claim(claim));
        assertThat(letters(office)).isEmpty();
        register("US", () -> new Judgement(Verdict.INDETERMINATE, "The register shows another name."));
        assertThat(desk.claim(claim).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void a_country_may_have_its_register_as_a_service_only() {
        Registries asked = new Registries(books, registries, boards);
        Claim dutch = new Claim("Ada", "Janssen", "99000000101", "", "", "NL");
        assertRefused("no-national-register", () -> asked.national(dutch));
        register("NL", () -> new Judgement(Verdict.ACTIVE, "Registered as a physician."));
        assertThat(asked.national(dutch).registry()).isEqualTo("register");
        assertThat(asked.national(dutch).verdict()).isEqualTo(Verdict.ACTIVE);
        NewClaim claim = new NewClaim("Ada", "Janssen", "99 000000 101", null, null, "nl");
        assertThat(desk.claim(claim).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void a_licence_number_that_is_not_on_record_goes_to_a_person() {
        record(NPI, "", new Licence("NY", "123456-1"));
        assertThat(desk.claim(licensed("999", "NY")).state()).isEqualTo(CaseState.REVIEW);
        assertRefused("licence-state", () -> desk.claim(licensed("999", "New York")));
        assertRefused("licence-number", () -> desk.claim(licensed("9".repeat(41), "NY")));
        assertRefused("name-missing", () -> desk.claim(claim("A\u0000da", "Sample", NPI)));
    }

    @Test
    void another_file_can_object_and_one_whose_add_on_is_away_holds_the_claim_up() {
        record(NPI, "", new Licence("NY", "4711"));
        store("state-ny", ofTheState("SAMPLE"));
        NewClaim claim = licensed("4711", "NY");
        assertRefused("registry-away", () -> desk.claim(claim));
        registries.addRegistry(registry, Map.of("curbside.registry.id", "state-ny"));
        assertRefused("not-an-active-physician", () -> desk.claim(claim));
        store("state-ny", ofTheState("ANOTHER"));
        assertThat(desk.claim(claim).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void a_lost_key_is_helped_by_closing_the_case_and_gains_no_second_credential() {
        LicenceCase lost = desk.claim(claim("Ada", "Sample", NPI));
        long number = letters(office).get(0).number();
        desk.prove(lost.key(), letters(office).get(0).code());
        Blinding blinding = blinding(desk.issuer(lost.key()));
        String signature = sign(desk, lost, blinding);
        assertRefused("reason-missing", () -> office.close("anna", number, null));
        office.close("anna", number, "Key lost; called back.");
        LicenceCase again = proven();
        assertThat(sign(desk, again, blinding)).isEqualTo(signature);
        assertRefused("credential-issued", () -> sign(desk, again, blinding(desk.issuer(again.key()))));
        assertRefused("not-proven", () -> desk.issuer(lost.key()));
        assertRefused("no-such-case", () -> office.close("anna", number, "Closed before."));
    }

    private static RegistryEntry ofTheState(String family) {
        return new RegistryEntry("4711", "ADA", family, "", "inactive", List.of(), List.of(), Optional.empty());
    }

    private static <T> List<T> atOnce(int threads, Callable<T> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : pool.invokeAll(Collections.nCopies(threads, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private Issuer issuer(int smallest) {
        return new Issuer(books, new Groups(books, specialties, smallest), new SecureRandom());
    }

    private Desk deskAt(Instant now) {
        Registries asked = new Registries(books, registries, boards);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Recheck recheck = new Recheck(books, asked, issuer, clock);
        return new Desk(books, asked, recheck, issuer, specialties, new PossessionProofs(), clock, new SecureRandom());
    }

    private Office officeAt(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Recheck recheck = new Recheck(books, new Registries(books, registries, boards), issuer, clock);
        return new Office(books, recheck, issuer, specialties, new PossessionProofs(), clock);
    }

    private static List<Letter> letters(Office office) {
        return office.letters(0, 100).items();
    }

    private List<CaseSummary> reviews() {
        return office.cases(CaseState.REVIEW, 0, 100).items();
    }

    private LicenceCase proven() {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        return desk.prove(filed.key(), letters(office).get(0).code());
    }

    private static Blinding blinding(IssuerKey key) {
        return Blinding.of(key, MEMBER.getPublic(), new SecureRandom());
    }

    private static String sign(Desk desk, LicenceCase proven, Blinding blinding) {
        return desk.credential(proven.key(), blinding.keyId(), blinding.blinded());
    }

    private static KeyPair member() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void board(Judgement judgement) {
        boards.addRegistry(new Board("NY", () -> judgement), BOARD);
    }

    private void register(String country, Board.Answer answer) {
        boards.addRegistry(new Register(country, answer), Map.of("curbside.registry.id", "register"));
    }

    private static NewClaim licensed(String number, String state) {
        return new NewClaim("Ada", "Sample", NPI, number, state);
    }

    private void record(String npi, String status, Licence... licences) {
        store("nppes", entry(npi, status, "207R00000X", licences));
    }

    private static RegistryEntry entry(String npi, String status, String taxonomy, Licence... licences) {
        return new RegistryEntry(
                npi,
                "ADA",
                "SAMPLE",
                "MD",
                status,
                List.of(taxonomy),
                List.of(licences),
                Optional.of(new PostalAddress(List.of("1 SAMPLE ST", "TOWN NY 10001"))));
    }

    private void store(String id, RegistryEntry entry) {
        books.inTransaction(connection -> {
            Entries.store(connection, id, List.of(entry));
            Loads.note(connection, id, "a file", Loads.Done.NOTHING, EPOCH);
            return entry;
        });
        new Census(books).recount(id);
    }

    private static NewClaim claim(String given, String family, @Nullable String npi) {
        return new NewClaim(given, family, npi);
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
