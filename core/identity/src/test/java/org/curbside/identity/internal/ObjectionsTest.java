package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.LoadTerms;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.RegistryWord;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.LicenseRegistries;
import org.curbside.identity.internal.registry.Loader;
import org.curbside.identity.internal.registry.MadeUpBoard;
import org.curbside.identity.internal.store.Books;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Coverage.FoundBy;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all other registries can say about someone who is in the national one. */
class ObjectionsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String NPI = Npi.withCheckDigit("200000001");
    private static final String RECORD = "FL ME0012345/NY 123456-1/OH 35-070707";

    private final Path folder;
    private final BulkRegistries registries = new BulkRegistries();
    private final LicenseRegistries services = new LicenseRegistries();
    private final Specialties specialties = new Specialties();
    private Books books;
    private Desk desk;
    private Office office;
    private int files;

    ObjectionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        books = new Books(DeskDatabase.fresh());
        specialties.addCatalogue(List::of, Map.of());
        Issuer issuer = new Issuer(books, new Groups(books, specialties, 0), new SecureRandom());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Registries all = new Registries(books, registries, services, clock);
        Recheck recheck = new Recheck(books, all, issuer, clock);
        desk = new Desk(books, all, recheck, issuer, specialties, new PossessionProofs(), clock, new SecureRandom());
        office = new Office(books, recheck, issuer, specialties, new PossessionProofs(), clock);
        install("nppes", Coverage.national("US").freshFor(45));
        load("nppes", "2026-03-01", NPI + ",Sample,active,,Ada M,," + RECORD);
    }

    @Test
    void a_licence_revoked_in_a_state_that_was_not_claimed_refuses() throws IOException {
        board("FL", "2026-03-01", "ME 12345,Sample,revoked,,Ada,,");
        assertThatThrownBy(() -> desk.claim(claim("123456", "NY"))).hasMessageContaining("The licence is not active");
        assertThatThrownBy(() -> desk.claim(claim(null, null))).hasMessageContaining("The licence is not active");
    }

    @Test
    void whichever_of_several_licences_is_claimed_it_is_the_same_physicians() throws IOException {
        board("FL", "2026-03-01", "12345,Sample,active,,Ada,,");
        board("OH", "2026-03-01", "35.070707,Sample,active,,Ada,,");
        for (NewClaim claim :
                List.of(claim("070707", "OH"), claim("ME12345", "FL"), claim("123456-1", "NY"), claim(null, null))) {
            assertThat(desk.claim(claim).state()).isEqualTo(CaseState.LETTER);
        }
        assertThat(office.letters(0, 10).items()).hasSize(1);
        assertThat(office.casesOf(NPI)).hasSize(4);
    }

    @Test
    void a_namesake_or_the_same_digits_elsewhere_is_somebody_else() throws IOException {
        board("FL", "2026-03-01", "12345,Sample,revoked,,Eda,,", "OS12345,Sample,revoked,,Ada,,");
        board("NY", "2026-03-01", "12345,Sample,revoked,,Ada,,", "123456,Sample,active,,Ada,,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void the_very_licence_under_another_name_goes_to_a_person_if_anything_is_said_against_it() throws IOException {
        board("FL", "2026-03-01", "ME12345,Maiden,active,,Ada,,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.LETTER);
        office.close("anna", 1, "Began anew.");
        board("FL", "2026-03-01", "ME12345,Maiden,revoked,,Ada,,");
        assertThat(desk.claim(claim(null, null)).sentence()).contains("not in good standing under another name");
    }

    @Test
    void a_claimed_licence_that_a_complete_list_has_not_goes_to_a_person() throws IOException {
        board("FL", "2026-03-01", "777,Else,active,,Ada,,");
        assertThat(desk.claim(claim("ME12345", "FL")).sentence())
                .endsWith("is not listed under this name in: Made-up board.");
        assertThat(lastWord())
                .isEqualTo(new RegistryWord(
                        "fl",
                        "",
                        Verdict.INDETERMINATE,
                        "The licence that was given is not listed under this name in: Made-up board.",
                        LocalDate.parse("2026-03-01")));
    }

    @Test
    void a_licence_that_is_not_claimed_may_be_missing_and_a_partial_list_says_nothing() throws IOException {
        board("FL", "2026-03-01", "777,Else,active,,Ada,,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void absence_is_no_licence_only_where_the_source_says_so() throws IOException {
        install("ny", Coverage.board("US", "NY").absence(Coverage.Absence.IS_NO_LICENCE));
        load("ny", "2026-03-01", "777,Else,active,,Ada,,");
        assertThatThrownBy(() -> desk.claim(claim("123456", "NY"))).hasMessageContaining("is not listed");
        install("ny", Coverage.board("US", "NY").absence(Coverage.Absence.PROVES_NOTHING));
        assertThat(desk.claim(claim("123456", "NY")).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void what_has_run_out_by_its_date_goes_to_a_person() throws IOException {
        board("FL", "2026-03-01", "12345,Sample,active,2026-03-03,Ada,,");
        assertThat(desk.claim(claim(null, null)).sentence()).contains("by its date, the licence has run out");
    }

    @Test
    void the_last_day_still_counts() throws IOException {
        board("FL", "2026-03-01", "12345,Sample,active,2026-03-04,Ada,,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void a_date_that_nobody_understands_has_passed() throws IOException {
        board("FL", "2026-03-01", "12345,Sample,active,soon,Ada,,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void a_copy_that_is_too_old_goes_to_a_person_if_it_is_about_the_claimant() throws IOException {
        board("TX", "2026-01-01", "1,Else,active,,Ada,,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.LETTER);
        board("FL", "2026-01-01", "12345,Sample,active,,Ada,,");
        office.close("anna", 1, "Began anew.");
        LicenceCase stale = desk.claim(claim(null, null));
        assertThat(stale.sentence()).contains("our copy of a registry is too old to rely on: Made-up board.");
        assertThat(lastWord().registry()).isEqualTo("fl");
        assertThat(lastWord().asOf()).isEqualTo("2026-01-01");
    }

    @Test
    void an_excluded_number_goes_to_a_person_whatever_the_name() throws IOException {
        exclusions(NPI + ",Other,odd,,Name,,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void an_excluded_name_counts_in_a_state_of_the_claimant_and_without_a_number() throws IOException {
        exclusions("x1,Sample,odd,,Ada,TX,", Npi.withCheckDigit("200000002") + ",Sample,odd,,Ada,FL,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.LETTER);
        office.close("anna", 1, "Began anew.");
        exclusions("x3,SAMPLE,odd,,ADA,FL,");
        assertThat(desk.claim(claim(null, null)).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void a_service_is_asked_about_every_licence_or_once() {
        List<String> asked = new ArrayList<>();
        services.addRegistry(asking(asked, Coverage.UNKNOWN), Map.of("curbside.registry.id", "board"));
        desk.claim(claim("123456-1", "NY"));
        assertThat(asked).containsExactly("NY 123456-1", "FL ME0012345", "OH 35-070707");
        asked.clear();
        services.addRegistry(
                asking(asked, Coverage.objections("US", FoundBy.PERSON)), Map.of("curbside.registry.id", "federation"));
        office.close("anna", 1, "Began anew.");
        desk.claim(claim(null, null));
        assertThat(asked).hasSize(5);
    }

    @Test
    void a_number_of_another_country_is_in_its_own_register() throws IOException {
        NewClaim french = new NewClaim("Ada", "Sample", "100 099 999 90", null, null, "fr");
        assertThatThrownBy(() -> desk.claim(french)).hasMessageContaining("No national register of this country");
        install("rpps", Coverage.national("FR"));
        load("rpps", "2026-03-01", "10009999990,Sample,active,,Ada,,");
        exclusions("10009999990,Sample,odd,,Ada,,");
        LicenceCase filed = desk.claim(french);
        assertThat(filed.state()).isEqualTo(CaseState.LETTER);
        assertThat(office.on("verification.BulkRegistry", "rpps")).contains("1 claim");
        LicenceCase proven =
                desk.prove(filed.key(), office.letters(0, 1).items().get(0).code());
        assertThat(desk.issuer(proven.key()).group()).isEqualTo("207R00000X");
        assertThatThrownBy(() -> desk.claim(new NewClaim("Ada", "Sample", "", null, null, "FR")))
                .hasMessageContaining("Write your number");
        assertThatThrownBy(() -> desk.claim(new NewClaim("Ada", "Sample", "1", null, null, "France")))
                .hasMessageContaining("two letters");
    }

    private static LicenseRegistry asking(List<String> asked, Coverage coverage) {
        return new LicenseRegistry() {
            @Override
            public boolean covers(Claim claim) {
                return true;
            }

            @Override
            public Coverage coverage() {
                return coverage;
            }

            @Override
            public Finding find(Claim claim) {
                asked.add((claim.licenceState() + " " + claim.licenceNumber()).strip());
                return new Finding(
                        new Judgement(Verdict.ACTIVE, "Fine."), "", LocalDate.EPOCH, Optional.empty(), List.of());
            }
        };
    }

    private void board(String state, String asOf, String... rows) throws IOException {
        String id = state.toLowerCase(Locale.ROOT);
        install(id, Coverage.board("US", state).freshFor(35));
        load(id, asOf, rows);
    }

    private void exclusions(String... rows) throws IOException {
        install("leie", Coverage.objections("US", FoundBy.PERSON, FoundBy.NAME));
        load("leie", "2026-03-01", rows);
    }

    private void install(String id, Coverage coverage) {
        registries.addRegistry(new MadeUpBoard(coverage), Map.of("curbside.registry.id", id));
    }

    private void load(String id, String asOf, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("license_no,name,status,expires_on,given,state,licences"));
        lines.addAll(List.of(rows));
        Path file = Files.write(folder.resolve(id + files++ + ".csv"), lines);
        new Loader(registries, books, () -> {})
                .load(id, file, new LoadTerms(Optional.empty(), Optional.of(LocalDate.parse(asOf))), told -> {});
    }

    /** Of the claim that waits. */
    private RegistryWord lastWord() {
        long number = office.cases(CaseState.REVIEW, 0, 1).items().get(0).number();
        List<RegistryWord> words = office.file(number).words();
        return words.get(words.size() - 1);
    }

    private static NewClaim claim(@Nullable String number, @Nullable String state) {
        return new NewClaim("Ada", "Sample", NPI, number, state);
    }
}
