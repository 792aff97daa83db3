package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.LicenceCase;
import org.curbside.api.identity.ProofChoice;
import org.curbside.api.refusal.Refusal;
import org.curbside.web.internal.DeskPages.ClaimPage;
import org.junit.jupiter.api.Test;

/** What a claimant sees. */
class DeskPagesTest {

    private static final Frame FRAME = new Frame("Title", "", "", "", "");
    private static final ProofChoice CALL = new ProofChoice("call", "A call", "Somebody calls.", "", "");
    private static final ProofChoice MAIL = new ProofChoice("mail", "A <mail>", "It comes.", "E-mail", "Yours.");

    private final Pages pages = new Pages();

    @Test
    void a_country_is_asked_for_where_there_are_several_registers() {
        assertThat(claim(List.of("US"), Form.EMPTY)).contains(">NPI</label>").doesNotContain("name=\"country\"");
        assertThat(claim(List.of("FR", "NL", "US"), Form.EMPTY))
                .contains(
                        "value=\"FR\">France<",
                        "value=\"US\" selected>United States<",
                        "Number in the national register");
        Form form = new Form(Map.of("country", "NL"), Refusal.invalid("npi-not-found", "npi", "Check it."), "");
        assertThat(claim(List.of("FR", "NL", "US"), form)).contains("value=\"NL\" selected>Netherlands<");
    }

    private String claim(List<String> countries, Form form) {
        return Rendered.page(pages, "verify.jte", new ClaimPage(FRAME, countries, form));
    }

    @Test
    void other_ways_are_offered_each_in_a_form_of_its_own() {
        assertThat(claimant(waiting(CALL, MAIL)))
                .contains("action=\"/verify/way/call\"", "action=\"/verify/way/mail\"", "A &lt;mail&gt;")
                .containsOnlyOnce("name=\"typed\"");
        assertThat(claimant(waiting())).doesNotContain("/verify/way/");
    }

    @Test
    void a_way_that_is_refused_says_so_in_its_form_or_on_the_page_if_it_is_gone() {
        Form wrong = new Form(
                Map.of("way", "mail", "typed", "nobody"), Refusal.invalid("way-refused", "typed", "No address."), "");
        assertThat(claimant(waiting(CALL, MAIL), wrong))
                .contains("<a href=\"#typed-mail\">No address.</a>", "value=\"nobody\"")
                .containsOnlyOnce("role=\"alert\"");
        assertThat(claimant(waiting(CALL), wrong)).contains("No address.").containsOnlyOnce("role=\"alert\"");
    }

    private static LicenceCase waiting(ProofChoice... ways) {
        return new LicenceCase("key", CaseState.LETTER, "A letter.", false, true, "ABCDEFGH", 0, List.of(ways));
    }

    @Test
    void a_photograph_that_is_not_taken_is_told_at_its_field() {
        Form wrong = new Form(
                Map.of("document", ""), Refusal.invalid("document-unreadable", "document", "Send another."), "");
        assertThat(claimant(
                        new LicenceCase("key", CaseState.LETTER, "A letter.", false, true, "", 0, List.of()), wrong))
                .contains("<a href=\"#document\">Send another.</a>")
                .containsOnlyOnce("role=\"alert\"");
        assertThat(claimant(new LicenceCase("key", CaseState.LETTER, "A letter.", false, false, "", 0, List.of())))
                .doesNotContain("action=\"/verify/document\"");
    }

    @Test
    void whoever_may_have_another_letter_is_offered_it() {
        assertThat(claimant(true)).contains("Send another letter");
        assertThat(claimant(false)).doesNotContain("Send another letter").contains("This is my code");
    }

    @Test
    void whoever_has_lapsed_can_have_the_registries_asked_again_and_gets_no_credential() {
        assertThat(claimant(new LicenceCase("key", CaseState.LAPSED, "Not active.", false, false, "", 0, List.of())))
                .contains("Look again", "Not active.")
                .doesNotContain("id=\"maker\"", "This is my code");
    }

    private String claimant(boolean another) {
        return claimant(new LicenceCase(
                "key", CaseState.LETTER, "A letter goes out.", another, true, "ABCDEFGH", 1, List.of()));
    }

    @Test
    void a_colleague_is_vouched_for_by_whoever_is_proven_and_a_mistake_is_told_at_its_field() {
        assertThat(claimant(true))
                .contains("ABCDEFGH", "One has vouched for you.")
                .doesNotContain("I know this physician");
        Form wrong = new Form(
                Map.of("vouch", "yes", "colleagueCode", "AAAA", "colleagueName", "Sample"),
                Refusal.invalid("no-such-colleague", "colleagueCode", "Ask again."),
                "");
        assertThat(claimant(new LicenceCase("key", CaseState.PROVEN, "Shown.", false, false, "", 0, List.of()), wrong))
                .contains("I know this physician", "<a href=\"#colleagueCode\">Ask again.</a>", "value=\"AAAA\"")
                .containsOnlyOnce("role=\"alert\"");
    }

    private String claimant(LicenceCase found) {
        return claimant(found, Form.EMPTY);
    }

    private String claimant(LicenceCase found, Form form) {
        return Rendered.page(
                pages, "case.jte", new DeskPages.CasePage(FRAME, found, new Redemption(72, ""), "", false, form));
    }
}
