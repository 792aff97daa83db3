package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.curbside.api.credential.Blinding;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two physicians who are proven vouch for a third, at the desk and as themselves. */
class VouchingTest extends AtTheDesk {

    private Desk desk;

    @BeforeEach
    void open() {
        specialties.addCatalogue(List::of, Map.of());
        desk = deskAt(0);
    }

    @Test
    void two_who_are_proven_are_enough_and_one_is_not() {
        LicenceCase first = proven(1);
        LicenceCase second = proven(2);
        LicenceCase colleague = filed(3);

        desk.vouch(first.key(), colleague.colleagueCode().toLowerCase(java.util.Locale.ROOT), " sample ");
        assertThat(desk.find(colleague.key()).state()).isEqualTo(CaseState.LETTER);
        assertThat(desk.find(colleague.key()).vouched()).isEqualTo(1);
        assertRefused("vouched-before", () -> vouch(first, colleague));
        vouch(second, colleague);

        LicenceCase shown = desk.find(colleague.key());
        assertThat(shown.state()).isEqualTo(CaseState.PROVEN);
        assertThat(shown.colleagueCode()).isEmpty();
        assertThat(desk.issuer(colleague.key()).group()).isEqualTo(MEDICINE);
        assertThat(officeAt(0).file(3).address()).isEmpty();
        assertThat(officeAt(0).file(3).evidence()).isPresent();
        assertThat(officeAt(0).file(3).steps())
                .extracting(CaseStep::reason)
                .containsExactly("The physician of case 1.", "The physician of case 2.");
    }

    @Test
    void nobody_vouches_who_is_not_proven_or_was_vouched_for_themselves() {
        LicenceCase first = proven(1);
        LicenceCase second = proven(2);
        LicenceCase third = filed(3);
        LicenceCase fourth = filed(4);
        assertRefused("cannot-vouch", () -> vouch(third, fourth));
        assertRefused("cannot-vouch", () -> vouch(fourth, fourth));
        vouch(first, third);
        vouch(second, third);
        assertRefused("cannot-vouch", () -> vouch(third, fourth));
        assertRefused("no-such-case", () -> desk.vouch("nothing", fourth.colleagueCode(), "Sample"));
    }

    @Test
    void a_wrong_code_and_a_wrong_name_are_refused_alike() {
        LicenceCase first = proven(1);
        LicenceCase colleague = filed(3);
        assertRefused("no-such-colleague", () -> desk.vouch(first.key(), colleague.colleagueCode(), "Another"));
        assertRefused("no-such-colleague", () -> desk.vouch(first.key(), "AAAAAAAA", "Sample"));
        assertRefused("no-such-colleague", () -> desk.vouch(first.key(), "", "Sample"));
        assertRefused("no-such-colleague", () -> desk.vouch(first.key(), null, null));
        assertRefused("wrong-code", () -> desk.prove(colleague.key(), colleague.colleagueCode()));
    }

    @Test
    void one_physician_vouches_three_times_in_an_epoch_also_with_another_case() {
        LicenceCase first = proven(1);
        for (int n = 3; n <= 5; n++) {
            vouch(first, filed(n));
        }
        LicenceCase sixth = filed(6);
        assertRefused("vouched-too-often", () -> vouch(first, sixth));
        officeAt(0).close("anna", 1, "Key lost.");
        LicenceCase again = proven(1);
        assertRefused("vouched-too-often", () -> vouch(again, sixth));
        deskAt(30).vouch(again.key(), sixth.colleagueCode(), "Sample");
        assertThat(deskAt(30).find(sixth.key()).vouched()).isEqualTo(1);
    }

    @Test
    void a_voucher_whose_licence_has_lapsed_meanwhile_does_not_count() {
        LicenceCase first = proven(1);
        LicenceCase second = proven(2);
        LicenceCase colleague = filed(3);
        vouch(first, colleague);
        record(1, "inactive", MEDICINE, "1 SAMPLE ST");
        recheckAt(0).loaded();
        vouch(second, colleague);
        assertThat(desk.find(colleague.key()).state()).isEqualTo(CaseState.LETTER);
        assertThat(desk.find(colleague.key()).vouched()).isEqualTo(1);
        assertRefused("cannot-vouch", () -> vouch(first, filed(4)));
    }

    @Test
    void many_vouches_at_once_are_no_more_than_three() throws Exception {
        LicenceCase first = proven(1);
        List<Callable<String>> calls = new ArrayList<>();
        for (int n = 3; n <= 10; n++) {
            LicenceCase colleague = filed(n);
            calls.add(() -> {
                try {
                    vouch(first, colleague);
                    return "taken";
                } catch (Refusal refusal) {
                    return refusal.name();
                }
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn("taken"::equals).hasSize(3);
            assertThat(answers).filteredOn("vouched-too-often"::equals).hasSize(5);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void what_a_voucher_sees_does_not_tell_whether_she_has_a_credential() throws GeneralSecurityException {
        LicenceCase first = proven(1);
        LicenceCase before = desk.find(first.key());
        Blinding blinding = Blinding.of(
                desk.issuer(first.key()),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic(),
                new SecureRandom());
        String signature = desk.credential(first.key(), blinding.keyId(), blinding.blinded());
        assertThat(signature).isNotEmpty();
        assertThat(desk.find(first.key())).isEqualTo(before);
        vouch(first, filed(3));
        assertThat(desk.find(first.key())).isEqualTo(before);
    }

    private void vouch(LicenceCase voucher, LicenceCase colleague) {
        desk.vouch(voucher.key(), colleague.colleagueCode(), "Sample");
    }

    private LicenceCase filed(int person) {
        return file(0, person, "", MEDICINE);
    }

    private LicenceCase proven(int person) {
        LicenceCase filed = filed(person);
        List<Letter> letters = officeAt(0).letters(0, 100).items();
        return desk.prove(filed.key(), letters.get(letters.size() - 1).code());
    }
}
