package org.curbside.demonstration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.curbside.api.credential.Blinding;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.LicenceDesk;
import org.curbside.api.identity.LoadTerms;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.RegistryLoader;
import org.curbside.api.paging.Page;
import org.curbside.api.slice.Slices;
import org.curbside.spi.verification.Npi;

/** Takes people who do not exist along the way that everyone goes: registry, claim, letter, credential. */
final class Licences {

    private static final String HEADER = "NPI,Entity Type Code,Provider Last Name (Legal Name),Provider First Name,"
            + "Provider Credential Text,Provider First Line Business Mailing Address,"
            + "Provider Business Mailing Address City Name,Provider Business Mailing Address State Name,"
            + "Provider Business Mailing Address Postal Code,NPI Deactivation Date,Healthcare Provider Taxonomy Code_1";

    /** More in each specialty who claim nothing: credentials name only what enough physicians could hold. */
    private static final int COLLEAGUES = 50;

    private final RegistryLoader registry;
    private final LicenceDesk desk;
    private final DeskOffice office;
    private final SecureRandom random;

    Licences(Slices slices, SecureRandom random) {
        this.random = random;
        registry = slices.of(RegistryLoader.class).get();
        desk = slices.of(LicenceDesk.class).get();
        office = slices.of(DeskOffice.class).get();
    }

    /** A credential for each of the taxonomy codes, in their order; one claim more is left waiting for its letter. */
    List<String> credentials(List<String> taxonomies) {
        load(taxonomies);
        List<LicenceCase> cases = new ArrayList<>();
        for (int n = 0; n < taxonomies.size(); n++) {
            cases.add(desk.claim(new NewClaim("Sample", "Physician" + letters(n), npi(n))));
        }
        Map<String, String> codes = Page.every(0, after -> office.letters(after, Page.MOST)).stream()
                .collect(Collectors.toMap(letter -> letter.lines().get(1), Letter::code));
        List<String> credentials = new ArrayList<>();
        for (int n = 0; n < taxonomies.size(); n++) {
            desk.prove(cases.get(n).key(), codes.get(street(n)));
            credentials.add(credential(cases.get(n).key()));
        }
        int waiting = taxonomies.size();
        desk.claim(new NewClaim("Sample", "Physician" + letters(waiting), npi(waiting)));
        desk.claim(new NewClaim("Sample", "Physician" + letters(waiting + 1), npi(waiting + 1)));
        return credentials;
    }

    private String credential(String caseKey) {
        Blinding blinding = Blinding.of(desk.issuer(caseKey), memberKey(), random);
        return blinding.finish(desk.credential(caseKey, blinding.keyId(), blinding.blinded()))
                .toText();
    }

    private static PublicKey memberKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    private void load(List<String> taxonomies) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int n = 0; n < taxonomies.size(); n++) {
            rows.add(row(n, "MD", taxonomies.get(n)));
        }
        rows.add(row(taxonomies.size(), "M.D.", "207R00000X"));
        rows.add(row(taxonomies.size() + 1, "MBBS", "207R00000X"));
        for (String taxonomy : Set.copyOf(taxonomies)) {
            for (int n = 0; n < COLLEAGUES; n++) {
                rows.add(row(rows.size(), "MD", taxonomy));
            }
        }
        try {
            Path file = Files.createTempFile("demonstration", ".csv");
            Files.write(file, rows, StandardCharsets.ISO_8859_1);
            registry.load("nppes", file, LoadTerms.CHANGES, report -> {});
            Files.delete(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".rejects.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(int n, String credential, String taxonomy) {
        return String.join(
                ",",
                npi(n),
                "1",
                "PHYSICIAN" + letters(n),
                "SAMPLE",
                credential,
                street(n),
                "SAMPLETOWN",
                "NY",
                "10001",
                "",
                taxonomy);
    }

    private static String street(int n) {
        return (n + 1) + " SAMPLE ST";
    }

    private static String npi(int n) {
        return Npi.withCheckDigit(String.valueOf(290_000_000 + n));
    }

    /** A name is made of letters: 0 is A, 26 is BA. */
    private static String letters(int n) {
        Function<Integer, String> letter = digit -> String.valueOf((char) ('A' + digit));
        return n < 26 ? letter.apply(n) : letters(n / 26) + letter.apply(n % 26);
    }
}
