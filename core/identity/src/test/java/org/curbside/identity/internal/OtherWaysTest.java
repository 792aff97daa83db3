package org.curbside.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.identity.Call;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseStep;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.identity.ProofChoice;
import org.curbside.api.identity.ProofStatus;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;
import org.curbside.spi.verification.RegistryEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call to the number on the record, and ways that add-ons bring: one by a code, one by going to a partner. */
class OtherWaysTest extends AtTheDesk {

    private static final String MAIL = "mail";
    private static final String PARTNER = "partner";

    private final Mail mail = new Mail();
    private final Partner partner = new Partner();
    private Desk desk;

    @BeforeEach
    void open() {
        specialties.addCatalogue(List::of, Map.of());
        desk = deskAt(0);
    }

    @Test
    void whoever_is_reached_by_telephone_types_the_code_that_was_told() {
        LicenceCase filed = filed("2125550123");
        assertThat(filed.ways()).extracting(ProofChoice::id).containsExactly(OtherWays.CALL);
        assertThat(desk.begin(filed.key(), OtherWays.CALL, "")).isEmpty();
        assertThat(desk.find(filed.key()).ways()).isEmpty();
        assertThat(desk.find(filed.key()).sentence())
                .endsWith("Somebody from the desk calls the number on your record.");

        Call call = officeAt(0).calls(0, 10).items().get(0);
        assertThat(call).isEqualTo(new Call(1, "Ada Sample", "2125550123", call.code()));
        assertRefused("wrong-code", () -> desk.prove(filed.key(), call.code()));
        officeAt(1).called("anna", 1, true, "");

        assertThat(officeAt(1).calls(0, 10).items()).isEmpty();
        assertThat(deskAt(1)
                        .prove(filed.key(), call.code().toLowerCase(java.util.Locale.ROOT))
                        .state())
                .isEqualTo(CaseState.PROVEN);
        assertThat(officeAt(1).file(1).steps()).extracting(CaseStep::act).containsExactly(CaseStep.Act.CALLED);
        assertThat(books.query(
                        row -> row.getString(1) + row.getString(2) + row.getString(3),
                        "select proven_by, telephone, address from licence_case"))
                .containsExactly("call");
        assertThat(books.query(row -> row.getString(1), "select way from case_way"))
                .isEmpty();
    }

    @Test
    void whoever_is_not_reached_is_told_and_can_ask_for_two_more_calls() {
        LicenceCase filed = filed("2125550123");
        for (int call = 1; call <= 3; call++) {
            desk.begin(filed.key(), OtherWays.CALL, "");
            assertRefused("way-used-up", () -> desk.begin(filed.key(), OtherWays.CALL, ""));
            assertRefused("reason-missing", () -> officeAt(0).called("anna", 1, false, " "));
            officeAt(0).called("anna", 1, false, "The number is not in service.");
            assertRefused("no-such-call", () -> officeAt(0).called("anna", 1, true, ""));
            assertThat(desk.find(filed.key()).sentence()).endsWith("and did not reach you.");
        }
        assertThat(desk.find(filed.key()).ways()).isEmpty();
        assertRefused("way-used-up", () -> desk.begin(filed.key(), OtherWays.CALL, ""));
    }

    @Test
    void a_code_that_was_told_is_taken_for_a_week_and_the_case_stays_open_as_long() {
        LicenceCase filed = filed("2125550123");
        desk.begin(filed.key(), OtherWays.CALL, "");
        String code = officeAt(0).calls(0, 10).items().get(0).code();
        officeAt(29).called("anna", 1, true, "");
        assertRefused("code-expired", () -> deskAt(37).prove(filed.key(), code));
        assertThat(deskAt(36).prove(filed.key(), code).state()).isEqualTo(CaseState.PROVEN);
    }

    @Test
    void nobody_is_called_who_has_no_number() {
        LicenceCase filed = filed("");
        assertThat(filed.ways()).isEmpty();
        assertRefused("no-such-way", () -> desk.begin(filed.key(), OtherWays.CALL, ""));
        assertRefused("no-such-way", () -> desk.begin(filed.key(), null, null));
    }

    @Test
    void a_code_that_an_add_on_brings_shows_possession() {
        proofs.addProof(mail, Map.of("curbside.proof.id", MAIL));
        LicenceCase filed = filed("");
        assertThat(filed.ways()).containsExactly(new ProofChoice(MAIL, "Mail", "A mail comes.", "Address", "Yours."));
        assertThat(desk.begin(filed.key(), MAIL, " ada@example.edu ")).isEmpty();

        Attempt attempt = mail.started.get(0);
        assertThat(attempt.typed()).isEqualTo("ada@example.edu");
        assertThat(attempt.claim().npi()).isEqualTo(npi(1));
        assertThat(attempt.secret()).matches("[A-Za-z0-9_-]{43}");
        assertThat(desk.find(filed.key()).sentence()).endsWith(" Begun: Mail, to be finished by 2026-03-11.");
        assertThat(desk.prove(filed.key(), attempt.code()).state()).isEqualTo(CaseState.PROVEN);
        assertRefused("no-letter-expected", () -> desk.begin(filed.key(), MAIL, "ada@example.edu"));
    }

    @Test
    void only_the_last_code_of_an_add_on_is_taken_and_three_come_at_most() {
        proofs.addProof(mail, Map.of("curbside.proof.id", MAIL));
        LicenceCase filed = filed("");
        for (int n = 0; n < 3; n++) {
            desk.begin(filed.key(), MAIL, "ada@example.edu");
        }
        assertRefused("way-used-up", () -> desk.begin(filed.key(), MAIL, "ada@example.edu"));
        assertThat(mail.started.stream().map(Attempt::code).distinct()).hasSize(3);
        assertThat(mail.started.stream().map(Attempt::secret).distinct()).hasSize(3);
        assertRefused(
                "wrong-code", () -> desk.prove(filed.key(), mail.started.get(0).code()));
        assertRefused("code-expired", () -> deskAt(31)
                .prove(filed.key(), mail.started.get(2).code()));
        assertThat(desk.prove(filed.key(), mail.started.get(2).code()).state()).isEqualTo(CaseState.PROVEN);
    }

    @Test
    void what_an_add_on_refuses_or_cannot_do_counts_for_nothing_and_leaves_the_code_before() {
        proofs.addProof(mail, Map.of("curbside.proof.id", MAIL));
        LicenceCase filed = filed("");
        desk.begin(filed.key(), MAIL, "ada@example.edu");
        for (int n = 0; n < 5; n++) {
            assertThatThrownBy(() -> desk.begin(filed.key(), MAIL, "nobody"))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.name()).isEqualTo("way-refused");
                        assertThat(refusal.getMessage()).isEqualTo("This is no address. Type another.");
                    });
            assertRefused("way-away", () -> desk.begin(filed.key(), MAIL, "away"));
            assertThatThrownBy(() -> desk.begin(filed.key(), MAIL, "bug")).isInstanceOf(IllegalStateException.class);
        }
        assertRefused("too-long", () -> desk.begin(filed.key(), MAIL, "a".repeat(401)));
        assertThat(desk.prove(filed.key(), mail.started.get(0).code()).state()).isEqualTo(CaseState.PROVEN);
    }

    @Test
    void the_operator_learns_why_a_way_does_not_work_until_it_does() {
        proofs.addProof(mail, Map.of("curbside.proof.id", MAIL));
        LicenceCase filed = filed("");
        assertThat(officeAt(0).ways()).containsExactly(new ProofStatus(MAIL, "Mail", ""));
        assertRefused("way-away", () -> desk.begin(filed.key(), MAIL, "away"));
        assertRefused("way-refused", () -> desk.begin(filed.key(), MAIL, "nobody"));
        assertThat(officeAt(0).ways()).containsExactly(new ProofStatus(MAIL, "Mail", "The server is away."));
        desk.begin(filed.key(), MAIL, "ada@example.edu");
        assertThat(officeAt(0).ways()).containsExactly(new ProofStatus(MAIL, "Mail", ""));
    }

    @Test
    void whoever_has_no_address_on_record_chooses_a_way_and_gets_no_letter() {
        proofs.addProof(mail, Map.of("curbside.proof.id", MAIL));
        store(new RegistryEntry(npi(1), "ADA", "SAMPLE", "MD", "", List.of(MEDICINE), List.of(), Optional.empty()));
        LicenceCase filed = desk.claim(new NewClaim("Ada", "Sample", npi(1)));
        assertThat(filed.state()).isEqualTo(CaseState.LETTER);
        assertThat(filed.sentence()).startsWith("Your registry record has no address for a letter. Choose below");
        assertThat(filed.document()).isTrue();
        assertThat(filed.another()).isFalse();
        assertThat(officeAt(0).letters(0, 10).items()).isEmpty();
        assertRefused("no-new-letters", () -> officeAt(0).batch("anna"));
        assertRefused("no-code-yet", () -> desk.prove(filed.key(), issuer.seal().letterCode("nppes " + npi(1) + " 1")));
        assertRefused("no-address", () -> desk.anotherLetter(filed.key()));
        desk.begin(filed.key(), MAIL, "ada@example.edu");
        assertRefused("wrong-code", () -> desk.prove(filed.key(), issuer.seal().letterCode("nppes " + npi(1) + " 1")));
        assertThat(desk.prove(filed.key(), mail.started.get(0).code()).state()).isEqualTo(CaseState.PROVEN);
    }

    @Test
    void whoever_comes_back_from_a_partner_with_the_right_word_has_shown_possession() {
        proofs.addProof(partner, Map.of("curbside.proof.id", PARTNER));
        LicenceCase filed = filed("");
        assertRefused("way-not-begun", () -> desk.finish(filed.key(), PARTNER, Map.of("word", "yes")));
        assertThat(desk.begin(filed.key(), PARTNER, "")).contains(URI.create("https://partner.example/in"));
        String secret = partner.started.get(0).secret();

        assertRefused("not-shown", () -> desk.finish(filed.key(), PARTNER, Map.of()));
        assertRefused("not-shown", () -> desk.finish(filed.key(), PARTNER, Map.of("word", "no")));
        assertRefused("way-refused", () -> desk.finish(filed.key(), PARTNER, Map.of("word", "another")));
        assertRefused("way-away", () -> desk.finish(filed.key(), PARTNER, Map.of("word", "away")));
        assertRefused("way-not-begun", () -> deskAt(8).finish(filed.key(), PARTNER, Map.of("word", secret)));
        assertRefused("no-such-case", () -> desk.finish("another", PARTNER, Map.of("word", secret)));
        assertThat(desk.finish(filed.key(), PARTNER, Map.of("word", secret)).state())
                .isEqualTo(CaseState.PROVEN);
        assertRefused("no-letter-expected", () -> desk.finish(filed.key(), PARTNER, Map.of("word", secret)));
    }

    @Test
    void the_word_of_one_case_shows_nothing_in_another() {
        proofs.addProof(partner, Map.of("curbside.proof.id", PARTNER));
        LicenceCase one = filed("");
        LicenceCase two = file(0, 2, "", MEDICINE);
        desk.begin(one.key(), PARTNER, "");
        desk.begin(two.key(), PARTNER, "");
        String word = partner.started.get(0).secret();
        assertRefused("not-shown", () -> desk.finish(two.key(), PARTNER, Map.of("word", word)));
    }

    @Test
    void nobody_is_sent_where_others_listen() {
        proofs.addProof(partner, Map.of("curbside.proof.id", PARTNER));
        LicenceCase filed = filed("");
        for (String unsafe : List.of("http://partner.example/in", "javascript:alert(1)", "https:in", "/in")) {
            partner.elsewhere = URI.create(unsafe);
            assertRefused("way-away", () -> desk.begin(filed.key(), PARTNER, ""));
        }
        partner.elsewhere = URI.create("http://127.0.0.1:8080/in");
        assertThat(desk.begin(filed.key(), PARTNER, "")).contains(partner.elsewhere);
    }

    @Test
    void an_add_on_that_fails_or_goes_takes_nothing_else_with_it() {
        PossessionProof broken = new Mail() {
            @Override
            public ProofOffer offer() {
                throw new IllegalStateException("planted");
            }
        };
        proofs.addProof(broken, Map.of("curbside.proof.id", "broken"));
        proofs.addProof(mail, Map.of("curbside.proof.id", MAIL));
        LicenceCase filed = filed("");
        assertThat(filed.ways()).extracting(ProofChoice::id).containsExactly(MAIL);
        desk.begin(filed.key(), MAIL, "ada@example.edu");
        proofs.removeProof(mail);

        assertThat(desk.find(filed.key()).ways()).isEmpty();
        assertThat(desk.find(filed.key()).state()).isEqualTo(CaseState.LETTER);
        assertThat(desk.prove(filed.key(), mail.started.get(0).code()).state()).isEqualTo(CaseState.PROVEN);
    }

    private LicenceCase filed(String telephone) {
        store(new RegistryEntry(
                        npi(1),
                        "ADA",
                        "SAMPLE",
                        "MD",
                        "",
                        List.of(MEDICINE),
                        List.of(),
                        Optional.of(new PostalAddress(List.of("1 SAMPLE ST", "TOWN NY 10001"))))
                .reachedBy(telephone));
        return desk.claim(new NewClaim("Ada", "Sample", npi(1)));
    }

    /** Sends nothing, and keeps what it would have sent. */
    static class Mail implements PossessionProof {

        final List<Attempt> started = new ArrayList<>();

        @Override
        public ProofOffer offer() {
            return new ProofOffer("Mail", "A mail comes.", "Address", "Yours.");
        }

        @Override
        public Optional<URI> start(Attempt attempt) throws ProofRefused, ProofUnavailable {
            switch (attempt.typed()) {
                case "nobody" -> throw new ProofRefused("This is no address. Type another.");
                case "away" -> throw new ProofUnavailable("The server is away.");
                case "bug" -> throw new IllegalStateException("planted");
                default -> started.add(attempt);
            }
            return Optional.empty();
        }
    }

    /** Takes the attempt's secret for the right word. */
    private static final class Partner implements PossessionProof {

        final List<Attempt> started = new ArrayList<>();
        URI elsewhere = URI.create("https://partner.example/in");

        @Override
        public ProofOffer offer() {
            return new ProofOffer("A partner", "You go there.");
        }

        @Override
        public Optional<URI> start(Attempt attempt) {
            started.add(attempt);
            return Optional.of(elsewhere);
        }

        @Override
        public boolean check(Attempt attempt, Map<String, String> answer) throws ProofRefused, ProofUnavailable {
            String word = answer.getOrDefault("word", "");
            if (word.equals("another")) {
                throw new ProofRefused("The partner knows you as another physician.");
            }
            if (word.equals("away")) {
                throw new ProofUnavailable("The partner is away.");
            }
            return word.equals(attempt.secret());
        }
    }
}
