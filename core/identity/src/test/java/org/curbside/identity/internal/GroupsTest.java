package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curbside.api.credential.Blinding;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.identity.Crowd;
import org.curbside.api.identity.LicenceCase;
import org.curbside.identity.internal.store.KeyBook;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.junit.jupiter.api.Test;

/** Who has few of the own kind is one of more. */
class GroupsTest extends AtTheDesk {

    private static final LocalDate EPOCH = LocalDate.parse("2026-03-02");
    private static final String CARDIOLOGY = "207RC0000X";
    private static final String OTHER = "207U00000X";

    private int colleagues = 1000;

    @Test
    void keys_are_made_ahead_only_added_and_forgotten_when_their_epoch_is_over() {
        specialties.addCatalogue(() -> List.of(specialty(MEDICINE, "")), Map.of());
        physicians(1, MEDICINE);
        issuer.prepare(EPOCH);
        List<IssuerKey> ahead = issuer.directory();
        assertThat(ahead)
                .extracting(IssuerKey::group, IssuerKey::epoch)
                .containsExactlyInAnyOrder(
                        tuple(MEDICINE, EPOCH),
                        tuple(MEDICINE, EPOCH.plusDays(30)),
                        tuple(IssuerKey.PROFESSION, EPOCH),
                        tuple(IssuerKey.PROFESSION, EPOCH.plusDays(30)));
        LicenceCase proven = shown(0, file(0, 1, "", MEDICINE));
        IssuerKey first = deskAt(0).issuer(proven.key());
        assertThat(issuer.directory()).isEqualTo(ahead).contains(first);

        IssuerKey next = deskAt(30).issuer(proven.key());
        assertThat(next.epoch()).isEqualTo(EPOCH.plusDays(30));
        issuer.prepare(next.epoch());
        assertThat(issuer.directory())
                .startsWith(ahead.toArray(IssuerKey[]::new))
                .hasSize(6);
        assertThat(IssuerKey.isSound(issuer.directory())).isTrue();
        Blinding late = blinding(first);
        assertRefused("another-key", () -> deskAt(30).credential(proven.key(), first.id(), late.blinded()));
        KeyBook book = new KeyBook(books);
        assertThat(book.secret(first)).isEmpty();
        assertThat(book.secret(next)).isPresent();
    }

    @Test
    void a_specialty_with_too_few_physicians_is_merged_into_what_is_broader() {
        specialties.addCatalogue(
                () -> List.of(specialty(MEDICINE, ""), specialty(CARDIOLOGY, MEDICINE), specialty(OTHER, "")),
                Map.of());
        physicians(1, MEDICINE);
        physicians(49, CARDIOLOGY);
        physicians(1, OTHER);
        Groups groups = new Groups(books, specialties, 50);
        assertThat(groups.of(MEDICINE)).as("with the 49 below it").isEqualTo(MEDICINE);
        assertThat(groups.of(CARDIOLOGY)).isEqualTo(MEDICINE);
        assertThat(groups.of(OTHER)).isEqualTo(IssuerKey.PROFESSION);
        assertThat(groups.of("")).as("none on the registry").isEqualTo(IssuerKey.PROFESSION);
        assertThat(groups.all()).containsExactlyInAnyOrder(MEDICINE, IssuerKey.PROFESSION);
        assertThat(groups.eligible(MEDICINE)).isEqualTo(50);
        assertThat(groups.eligible(IssuerKey.PROFESSION)).isEqualTo(51);
        physicians(1, CARDIOLOGY);
        assertThat(groups.of(CARDIOLOGY)).isEqualTo(CARDIOLOGY);
        assertRefused("too-few-physicians", () -> new Groups(books, specialties, 53).of(MEDICINE));
    }

    @Test
    void no_loop_of_broader_specialties_keeps_anybody_waiting() {
        specialties.addCatalogue(
                () -> List.of(specialty(OTHER, "207W00000X"), specialty("207W00000X", OTHER)), Map.of());
        physicians(1, MEDICINE);
        assertThat(new Groups(books, specialties, 1).of(OTHER)).isEqualTo(IssuerKey.PROFESSION);
    }

    @Test
    void whoever_has_a_credential_keeps_its_key_when_the_specialty_grows() {
        specialties.addCatalogue(() -> List.of(specialty(MEDICINE, "")), Map.of());
        issuer = new Issuer(books, new Groups(books, specialties, 2), new SecureRandom());
        physicians(1, OTHER);
        LicenceCase proven = shown(0, file(0, 1, "", MEDICINE));
        IssuerKey key = deskAt(0).issuer(proven.key());
        assertThat(key.group()).isEqualTo(IssuerKey.PROFESSION);
        Blinding blinding = blinding(key);
        String signature = sign(deskAt(0), proven, blinding);
        physicians(1, MEDICINE);
        assertThat(deskAt(0).issuer(proven.key())).isEqualTo(key);
        assertThat(sign(deskAt(0), proven, blinding)).isEqualTo(signature);
        assertThat(deskAt(30).issuer(proven.key()).group()).isEqualTo(MEDICINE);
    }

    @Test
    void a_claimant_learns_among_how_many_and_not_when_another_comes() {
        specialties.addCatalogue(() -> List.of(specialty(MEDICINE, "")), Map.of());
        LicenceCase proven = shown(0, file(0, 1, "", MEDICINE));
        Desk desk = deskAt(0);
        assertThat(desk.crowd(proven.key())).isEqualTo(new Crowd(1, 0));
        sign(desk, proven, blinding(desk.issuer(proven.key())));
        assertThat(desk.crowd(proven.key())).isEqualTo(new Crowd(1, 0));
        assertThat(List.of(9L, 10L, 19L, 20L, 49L, 50L, 99L, 100L, 199L, 1_234L, 60_000L))
                .extracting(issued -> Crowd.of(0, issued).issued())
                .containsExactly(0L, 10L, 10L, 20L, 20L, 50L, 50L, 100L, 100L, 1_000L, 50_000L);
    }

    @Test
    void a_cardiologist_is_one_only_while_a_catalogue_of_cardiology_is_there() {
        SpecialtyCatalogue rest = () -> List.of(
                new Specialty(MEDICINE, "Medicine", Set.of(MEDICINE, CARDIOLOGY), List.of(), List.of(), List.of()));
        SpecialtyCatalogue cardiology = () -> List.of(specialty(CARDIOLOGY, MEDICINE));
        Map<String, Object> last = Map.of("service.ranking", -1000, "service.id", 1L);
        Map<String, Object> first = Map.of("service.id", 2L);
        physicians(1, MEDICINE);
        physicians(1, CARDIOLOGY);
        Groups groups = new Groups(books, specialties, 1);
        specialties.addCatalogue(rest, last);
        Object before = groups.state();
        specialties.addCatalogue(cardiology, first);
        assertThat(groups.state()).isNotEqualTo(before);
        assertThat(specialties.of(List.of(CARDIOLOGY))).isEqualTo(CARDIOLOGY);
        assertThat(groups.eligible(CARDIOLOGY)).isEqualTo(1);
        assertThat(groups.eligible(MEDICINE)).as("with the one below it").isEqualTo(2);
        specialties.removeCatalogue(cardiology, first);
        assertThat(specialties.of(List.of(CARDIOLOGY))).isEqualTo(MEDICINE);
        assertThat(groups.eligible(MEDICINE)).isEqualTo(2);
    }

    private static Specialty specialty(String code, String broader) {
        return new Specialty(code, code, Set.of(code), List.of(), List.of(), List.of(), broader);
    }

    private void physicians(int count, String taxonomy) {
        for (int n = 0; n < count; n++) {
            record(colleagues++, "", taxonomy, "1 SAMPLE ST");
        }
    }
}
