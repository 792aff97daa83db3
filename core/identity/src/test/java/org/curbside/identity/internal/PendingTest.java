package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.identity.internal.store.Books;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several claim one licence. The one who can show that it is theirs gets it, and the others learn nothing. */
class PendingTest extends AtTheDesk {

    private Desk desk;

    @BeforeEach
    void open() {
        specialties.addCatalogue(List::of, Map.of());
        record(1, "", MEDICINE, "1 SAMPLE ST");
        record(2, "", MEDICINE, "2 SAMPLE ST");
        desk = deskAt(0);
    }

    @Test
    void a_claim_is_answered_alike_whether_the_licence_is_free_waits_or_is_held() {
        LicenceCase free = claim(0);
        LicenceCase waits = claim(0);
        assertAlike(waits, free);
        desk.prove(free.key(), letter(0).code());
        assertAlike(claim(0), waits);
        assertAlike(claim(40), deskAt(40).claim(new NewClaim("Ada", "Sample", npi(2))));
    }

    private static void assertAlike(LicenceCase one, LicenceCase another) {
        assertThat(new LicenceCase(
                        "", one.state(), one.sentence(), one.another(), one.document(), "", one.vouched(), one.ways()))
                .isEqualTo(new LicenceCase(
                        "",
                        another.state(),
                        another.sentence(),
                        another.another(),
                        another.document(),
                        "",
                        another.vouched(),
                        another.ways()));
    }

    @Test
    void whoever_claimed_first_keeps_nobody_waiting_for_the_letter_opens_the_physicians_case() {
        LicenceCase stranger = claim(0);
        officeAt(0).batch("anna");
        String code = letter(0).code();
        LicenceCase physician = claim(3);
        assertThat(deskAt(3).prove(physician.key(), code).state()).isEqualTo(CaseState.PROVEN);
        assertThat(deskAt(3).find(stranger.key()).state()).isEqualTo(CaseState.LETTER);
        assertRefused("wrong-code", () -> deskAt(3).prove(stranger.key(), "AAAAAAAA"));
    }

    @Test
    void what_is_refused_does_not_tell_whether_the_licence_was_shown_elsewhere() {
        LicenceCase stranger = claim(0);
        LicenceCase physician = claim(0);
        String code = letter(0).code();
        assertRefused("wrong-code", () -> desk.prove(stranger.key(), "AAAAAAAA"));
        desk.prove(physician.key(), code);
        assertRefused("wrong-code", () -> desk.prove(stranger.key(), "AAAAAAAA"));
        assertRefused("code-expired", () -> deskAt(31).prove(stranger.key(), "AAAAAAAA"));
    }

    @Test
    void no_letter_box_is_filled() {
        for (int day = 0; day < 20; day++) {
            claim(day);
            if (!officeAt(day).letters(0, 100).items().stream().allMatch(letter -> letter.batch() > 0)) {
                officeAt(day).batch("anna");
            }
        }
        List<Letter> sent = officeAt(19).letters(0, 100).items();
        assertThat(sent).hasSize(3);
        LicenceCase physician = claim(20);
        assertThat(deskAt(20).prove(physician.key(), sent.get(1).code()).state())
                .isEqualTo(CaseState.PROVEN);
    }

    @Test
    void nobody_ends_the_code_of_a_letter_for_another() {
        LicenceCase stranger = claim(0);
        officeAt(0).batch("anna");
        String code = letter(0).code();
        for (int wrong = 0; wrong < 5; wrong++) {
            assertRefused("wrong-code", () -> desk.prove(stranger.key(), "AAAAAAAA"));
        }
        desk.anotherLetter(stranger.key());
        assertRefused("wrong-code", () -> desk.prove(stranger.key(), code));
        LicenceCase physician = claim(3);
        assertThat(deskAt(3).prove(physician.key(), code).state()).isEqualTo(CaseState.PROVEN);
    }

    @Test
    void whoever_asks_again_and_again_causes_three_letters_too() {
        for (int person = 0; person < 4; person++) {
            LicenceCase stranger = claim(0);
            for (int letter = 0; letter < 2; letter++) {
                printed();
                for (int wrong = 0; wrong < 5; wrong++) {
                    assertRefused("wrong-code", () -> desk.prove(stranger.key(), "AAAAAAAA"));
                }
                desk.anotherLetter(stranger.key());
            }
            printed();
        }
        assertThat(officeAt(0).batches(Long.MAX_VALUE, 100).items()).hasSize(3);
    }

    private void printed() {
        if (officeAt(0).letters(0, 100).items().stream().anyMatch(letter -> letter.batch() == 0)) {
            officeAt(0).batch("anna");
        }
    }

    @Test
    void whoever_shows_a_licence_anew_by_its_letter_holds_it_and_the_case_before_says_so() {
        LicenceCase lost = claim(0);
        desk.prove(lost.key(), letter(0).code());
        LicenceCase anew = claim(10);
        deskAt(10).prove(anew.key(), letter(10).code());
        assertThat(deskAt(10).find(lost.key()).state()).isEqualTo(CaseState.REFUSED);
        assertThat(deskAt(10).find(lost.key()).sentence()).contains("If that was not you, tell the operator at once.");
        assertRefused("not-proven", () -> deskAt(10).issuer(lost.key()));
        assertThat(deskAt(10).issuer(anew.key()).group()).isEqualTo(MEDICINE);
        assertThat(officeAt(10).file(1).steps())
                .extracting(CaseStep::act, CaseStep::reason)
                .containsExactly(tuple(CaseStep.Act.SUPERSEDED, "In case 2."));
    }

    @Test
    void neither_colleagues_nor_a_partner_outweigh_a_letter() {
        LicenceCase held = claim(0);
        desk.prove(held.key(), letter(0).code());
        LicenceCase anew = claim(0);
        for (int person = 3; person <= 4; person++) {
            LicenceCase colleague = file(0, person, "", MEDICINE);
            desk.prove(colleague.key(), letter(0).code());
            desk.vouch(colleague.key(), anew.colleagueCode(), "Sample");
        }
        assertThat(desk.find(anew.key()).state()).isEqualTo(CaseState.LETTER);
        assertThat(desk.find(anew.key()).vouched()).isEqualTo(2);

        OtherWaysTest.Mail mail = new OtherWaysTest.Mail();
        proofs.addProof(mail, Map.of("curbside.proof.id", "mail"));
        desk.begin(anew.key(), "mail", "ada@example.edu");
        assertRefused(
                "licence-held", () -> desk.prove(anew.key(), mail.started.get(0).code()));
        assertThat(desk.find(held.key()).state()).isEqualTo(CaseState.PROVEN);
    }

    @Test
    void a_letter_that_went_astray_opens_nothing_and_its_code_never_comes_again() {
        List<String> codes = new ArrayList<>();
        LicenceCase rider = claim(0);
        for (int day = 0; day < 100; day += 20) {
            int on = day;
            claim(on);
            String code = letter(on).code();
            codes.add(code);
            officeAt(on).close("anna", letter(on).number(), "The letter was stolen.");
            LicenceCase anew = claim(on);
            assertRefused("wrong-code", () -> deskAt(on).prove(anew.key(), code));
            if (deskAt(on).find(rider.key()).another()) {
                deskAt(on).anotherLetter(rider.key());
            }
        }
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(deskAt(80).prove(claim(80).key(), letter(80).code()).state()).isEqualTo(CaseState.PROVEN);
    }

    @Test
    void letters_that_were_printed_before_an_update_open_what_they_opened() throws Exception {
        LicenceCase own = claim(0);
        LicenceCase sharing = file(0, 2, "", MEDICINE);
        LicenceCase rider = file(0, 2, "", MEDICINE);
        String migration = DeskDatabase.script("V8__letters.sql");
        books.inTransaction(connection -> {
            Books.update(connection, "drop table licence_letter");
            Books.update(connection, "update licence_case set letter = '' where id = 1");
            Books.update(connection, "update licence_case set letter = ? where id > 1", "nppes " + npi(2) + " 1");
            try (Statement statement = connection.createStatement()) {
                return statement.execute(migration);
            }
        });
        List<Letter> letters = officeAt(0).letters(0, 100).items();
        assertThat(letters).extracting(Letter::number).containsExactly(1L, 2L);
        assertThat(letters).extracting(letter -> letter.code().length()).containsOnly(8);
        assertThat(letters.get(0).code()).isEqualTo(issuer.seal().letterCode("1"));
        assertThat(desk.prove(own.key(), letters.get(0).code()).state()).isEqualTo(CaseState.PROVEN);
        assertThat(desk.prove(rider.key(), letters.get(1).code()).state()).isEqualTo(CaseState.PROVEN);
        assertThat(desk.find(sharing.key()).state()).isEqualTo(CaseState.LETTER);
    }

    private LicenceCase claim(int day) {
        return deskAt(day).claim(new NewClaim("Ada", "Sample", npi(1)));
    }

    /** The newest that is not answered. */
    private Letter letter(int day) {
        List<Letter> letters = officeAt(day).letters(0, 100).items();
        return letters.get(letters.size() - 1);
    }
}
