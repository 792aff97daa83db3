package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.credential.Blinding;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody tries one number, name and state after the other at the desk, to learn who is here or to be several. */
class ProbingTest extends AtTheDesk {

    private static final int PEOPLE = 20;
    private static final List<String> STATES = List.of("NY", "NJ", "CA");

    @BeforeEach
    void open() {
        specialties.addCatalogue(List::of, Map.of());
        for (int person = 1; person <= PEOPLE; person++) {
            record(person, status(person), MEDICINE, person + " SAMPLE ST");
        }
    }

    /** Most are active, some left, some need a person. */
    private static String status(int person) {
        return person % 10 == 3 ? "inactive" : person % 10 == 7 ? "odd" : "";
    }

    @Test
    void whoever_goes_through_all_numbers_and_names_does_not_learn_who_is_here() {
        Map<String, String> before = answers();
        for (int person = 1; person <= PEOPLE / 2; person++) {
            if (status(person).isEmpty()) {
                LicenceCase held = shown(0, deskAt(0).claim(new NewClaim("Ada", "Sample", npi(person))));
                Blinding blinding = blinding(deskAt(0).issuer(held.key()));
                assertThat(sign(deskAt(0), held, blinding)).isNotEmpty();
            }
        }
        assertThat(answers()).isEqualTo(before).hasSize(3 * (PEOPLE + 2));
        assertThat(before.values().stream().distinct()).hasSizeGreaterThan(4);
    }

    /** What every claim that can be made of these numbers and names is answered. */
    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int person = 0; person <= PEOPLE + 1; person++) {
            for (String family : List.of("Sample", "Simple", "S")) {
                NewClaim claim = new NewClaim("Ada", family, npi(person));
                answers.put(family + " " + npi(person), answer(claim));
            }
        }
        return answers;
    }

    private String answer(NewClaim claim) {
        try {
            LicenceCase filed = deskAt(0).claim(claim);
            return filed.state() + " " + filed.sentence() + " " + filed.ways() + filed.another() + filed.document()
                    + filed.vouched();
        } catch (Refusal refusal) {
            return refusal.name() + " " + refusal.getMessage();
        }
    }

    @Test
    void a_number_does_not_bring_the_name_or_the_address_of_whose_it_is() {
        store(new RegistryEntry(
                npi(50),
                "WILHELMINA",
                "QUACKENBUSH",
                "MD",
                "",
                List.of(MEDICINE),
                List.of(new Licence("NY", "880055")),
                Optional.of(new PostalAddress(List.of("77 HIDDEN LN", "TOWN NY 10001"))),
                Optional.empty(),
                List.of(),
                "2125550147"));
        for (NewClaim claim : List.of(
                new NewClaim("Ada", "Sample", npi(50)),
                new NewClaim("Wilhelmina", "Sample", npi(50)),
                new NewClaim("W", "Q", npi(50)),
                new NewClaim("Wilhelmina", "Quackenbush", npi(50)))) {
            assertThat(answer(claim).toUpperCase(Locale.ROOT))
                    .doesNotContain("QUACKENBUSH", "HIDDEN", "10001", "2125550147", "880055");
        }
    }

    @Test
    void a_name_without_a_number_finds_nobody() {
        String known = answer(new NewClaim("Ada", "Sample", ""));
        assertThat(known).startsWith("npi-check-digit").isEqualTo(answer(new NewClaim("Nobody", "Known", "")));
        NewClaim licensed = new NewClaim("Ada", "Sample", "", "123456", "NY");
        assertThat(answer(licensed)).isEqualTo(known);
    }

    @Test
    void one_physician_with_licences_in_several_states_gets_one_credential() {
        Licence[] licences =
                STATES.stream().map(state -> new Licence(state, state + "1234")).toArray(Licence[]::new);
        record(30, "", MEDICINE, "30 SAMPLE ST", licences);
        for (String state : STATES) {
            boards.addRegistry(
                    new Board(state, () -> new Judgement(Verdict.ACTIVE, "Listed as active.")),
                    Map.of("curbside.registry.id", "board-" + state.toLowerCase(Locale.ROOT)));
        }
        LicenceCase first = shown(0, licensed("NY"));
        Blinding blinding = blinding(deskAt(0).issuer(first.key()));
        String signature = sign(deskAt(0), first, blinding);
        for (String state : List.of("NJ", "CA")) {
            LicenceCase again = shown(0, licensed(state));
            Blinding another = blinding(deskAt(0).issuer(again.key()));
            assertRefused("credential-issued", () -> sign(deskAt(0), again, another));
            assertThat(sign(deskAt(0), again, blinding)).isEqualTo(signature);
        }
    }

    private LicenceCase licensed(String state) {
        return deskAt(0).claim(new NewClaim("Ada", "Sample", npi(30), state + "1234", state));
    }
}
