package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.credential.Credential;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final String NPI = Npi.withCheckDigit("200000001");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final BulkRegistries registries = new BulkRegistries();
    private final StatusRegistry registry = new StatusRegistry();
    private Books books;
    private Desk desk;
    private Issuer issuer;

    @BeforeEach
    void open() throws Exception {
        books = new Books(DeskDatabase.fresh());
        issuer = new Issuer(books, new SecureRandom());
        registries.addRegistry(registry, Map.of("curbside.registry.id", "nppes"));
        desk = deskAt(NOW);
        record(NPI, "");
    }

    @Test
    void a_claim_a_letter_and_a_code_make_a_credential() throws Exception {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        assertThat(filed.state()).isEqualTo(CaseState.LETTER);
        Letter letter = desk.letters().get(0);
        assertThat(letter.lines()).containsExactly("ADA SAMPLE", "1 SAMPLE ST", "TOWN NY 10001");
        LicenceCase proven = desk.prove(filed.key(), letter.code().toLowerCase(Locale.ROOT));
        assertThat(proven.state()).isEqualTo(CaseState.PROVEN);
        assertThat(desk.letters()).isEmpty();
        Credential credential = Credential.parse(desk.credential(filed.key())).orElseThrow();
        assertThat(credential.group()).isEqualTo("207R00000X");
        assertThat(credential.epoch()).isEqualTo("2026-03-02");
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(issuer.keys().get(0));
        ed25519.update(credential.signed());
        assertThat(ed25519.verify(credential.signatureBytes())).isTrue();
    }

    @Test
    void the_same_credential_comes_however_often_and_after_a_restart() {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        desk.prove(filed.key(), desk.letters().get(0).code());
        String first = desk.credential(filed.key());
        assertThat(desk.credential(filed.key())).isEqualTo(first);
        issuer = new Issuer(books, new SecureRandom());
        assertThat(deskAt(NOW).credential(filed.key())).isEqualTo(first);
    }

    @Test
    void names_are_compared_as_people_write_them() {
        assertThat(NameMatch.fits("José", "O’Neil-Núñez Jr.", "JOSE", "ONEIL NUNEZ"))
                .isTrue();
        assertThat(NameMatch.fits("Ada Mary", "Sample", "ADA", "SAMPLE")).isTrue();
        assertThat(NameMatch.fits("Ada", "Simple", "ADA", "SAMPLE")).isFalse();
        assertThat(NameMatch.fits("", "", "", "")).isFalse();
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
    void a_licence_is_claimed_once_until_its_letter_expires() {
        desk.claim(claim("Ada", "Sample", NPI));
        assertRefused("licence-already-claimed", () -> desk.claim(claim("Ada", "Sample", NPI)));
        Desk later = deskAt(NOW.plusSeconds(31 * 86_400L));
        assertThat(later.claim(claim("Ada", "Sample", NPI)).state()).isEqualTo(CaseState.LETTER);
    }

    @Test
    void a_proven_licence_cannot_be_claimed_again() {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        desk.prove(filed.key(), desk.letters().get(0).code());
        Desk later = deskAt(NOW.plusSeconds(400 * 86_400L));
        assertRefused("licence-already-claimed", () -> later.claim(claim("Ada", "Sample", NPI)));
    }

    @Test
    void after_five_wrong_codes_even_the_right_one_is_refused() {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-code", () -> desk.prove(filed.key(), "AAAAAAAA"));
        }
        String right = desk.letters().get(0).code();
        assertRefused("code-tried-too-often", () -> desk.prove(filed.key(), right));
        assertRefused("not-proven", () -> desk.credential(filed.key()));
    }

    @Test
    void an_expired_code_and_an_unknown_key_are_refused() {
        LicenceCase filed = desk.claim(claim("Ada", "Sample", NPI));
        String code = desk.letters().get(0).code();
        Desk later = deskAt(NOW.plusSeconds(31 * 86_400L));
        assertRefused("code-expired", () -> later.prove(filed.key(), code));
        assertThat(later.letters()).isEmpty();
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
        long number = desk.reviews().get(0).number();
        assertRefused("reason-missing", () -> desk.decide(number, true, " "));
        desk.decide(number, true, "Diploma seen.");
        assertThat(desk.find(filed.key()).state()).isEqualTo(CaseState.LETTER);
        assertThat(desk.letters()).hasSize(1);
        assertRefused("no-such-review", () -> desk.decide(number, false, "Too late."));
    }

    @Test
    void a_refused_claim_says_why_and_can_be_made_again() {
        String unclear = Npi.withCheckDigit("200000003");
        record(unclear, "odd");
        LicenceCase filed = desk.claim(claim("Ada", "Sample", unclear));
        desk.decide(desk.reviews().get(0).number(), false, "No degree.");
        assertThat(desk.find(filed.key()).sentence()).endsWith("No degree.");
        assertThat(desk.claim(claim("Ada", "Sample", unclear)).state()).isEqualTo(CaseState.REVIEW);
    }

    @Test
    void a_subspecialist_gets_the_credential_of_the_specialty() {
        Specialties specialties = new Specialties();
        specialties.addCatalogue(() -> List.of(new Specialty(
                "207R00000X",
                "Internal Medicine",
                Set.of("207R00000X", "207RC0000X"),
                List.of(),
                List.of(),
                List.of())));
        assertThat(specialties.of(List.of("174400000X", "207RC0000X"))).isEqualTo("207R00000X");
        assertThat(specialties.of(List.of("174400000X"))).isEqualTo("174400000X");
    }

    private Desk deskAt(Instant now) {
        return new Desk(
                books, registries, issuer, new Specialties(), Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }

    private void record(String npi, String status) {
        List<RegistryEntry> entries = new ArrayList<>();
        entries.add(new RegistryEntry(
                npi,
                "ADA",
                "SAMPLE",
                "MD",
                status,
                List.of("207R00000X"),
                List.of(),
                Optional.of(new PostalAddress(List.of("1 SAMPLE ST", "TOWN NY 10001")))));
        books.inTransaction(connection -> {
            Entries.store(connection, "nppes", entries);
            return entries;
        });
    }

    private static NewClaim claim(String given, String family, @Nullable String npi) {
        return new NewClaim(given, family, npi);
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
