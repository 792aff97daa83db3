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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.credential.Blinding;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.LicenseRegistries;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;
import org.curbside.identity.internal.store.Census;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.junit.jupiter.api.BeforeEach;

/** The licence desk on a day of its own, with a registry whose entries say what they are to be taken for. */
abstract class AtTheDesk {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final long DAY = 86_400;
    static final String MEDICINE = "207R00000X";

    private static final KeyPair MEMBER = member();

    final Specialties specialties = new Specialties();
    final BulkRegistries registries = new BulkRegistries();
    final LicenseRegistries boards = new LicenseRegistries();
    final PossessionProofs proofs = new PossessionProofs();
    Books books;
    Issuer issuer;

    @BeforeEach
    void begin() throws Exception {
        books = new Books(DeskDatabase.fresh());
        issuer = new Issuer(books, new Groups(books, specialties, 0), new SecureRandom());
        registries.addRegistry(new StatusRegistry(), Map.of("curbside.registry.id", "nppes"));
    }

    LicenceCase file(int day, int person, String status, String taxonomy) {
        record(person, status, taxonomy, "1 SAMPLE ST");
        return deskAt(day).claim(new NewClaim("Ada", "Sample", npi(person)));
    }

    void record(int person, String status, String taxonomy, String street, Licence... licences) {
        RegistryEntry entry = new RegistryEntry(
                npi(person),
                "ADA",
                "SAMPLE",
                "MD",
                status,
                taxonomy.isEmpty() ? List.of() : List.of(taxonomy),
                List.of(licences),
                Optional.of(new PostalAddress(List.of(street, "TOWN NY 10001"))));
        store(entry);
    }

    void store(RegistryEntry entry) {
        books.inTransaction(connection -> {
            Entries.store(connection, "nppes", List.of(entry));
            Loads.note(
                    connection,
                    "nppes",
                    "a file",
                    new Loads.Done(0, 0, 0, 0, true, Map.of()),
                    LocalDate.parse("2026-03-02"));
            return entry;
        });
        new Census(books).recount("nppes");
    }

    /** Shows by the letter that the licence of a claim is the claimant's. */
    LicenceCase shown(int day, LicenceCase filed) {
        CaseRow row = new Cases(books).find(Seal.digest(filed.key())).orElseThrow();
        return deskAt(day).prove(filed.key(), issuer.seal().letterCode(row.letter()));
    }

    static Blinding blinding(IssuerKey key) {
        return Blinding.of(key, MEMBER.getPublic(), new SecureRandom());
    }

    static String sign(Desk desk, LicenceCase proven, Blinding blinding) {
        return desk.credential(proven.key(), blinding.keyId(), blinding.blinded());
    }

    static String npi(int person) {
        return Npi.withCheckDigit("" + (200_000_000 + person));
    }

    Desk deskAt(int day) {
        return new Desk(books, asked(), recheckAt(day), issuer, specialties, proofs, clock(day), new SecureRandom());
    }

    Office officeAt(int day) {
        return new Office(books, recheckAt(day), issuer, specialties, proofs, clock(day));
    }

    Recheck recheckAt(int day) {
        return new Recheck(books, asked(), issuer, clock(day));
    }

    Registries asked() {
        return new Registries(books, registries, boards);
    }

    static Clock clock(int day) {
        return Clock.fixed(NOW.plusSeconds(day * DAY), ZoneOffset.UTC);
    }

    private static KeyPair member() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
