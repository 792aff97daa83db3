package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.content.Calibration;
import org.curbside.api.content.Standing;
import org.curbside.api.membership.Access;
import org.curbside.api.membership.Ban;
import org.curbside.api.membership.OpenSession;
import org.curbside.api.membership.Passkey;
import org.curbside.api.refusal.Refusal;
import org.curbside.web.internal.AccountPages.CodePage;
import org.curbside.web.internal.ModeratorPages.Moderator;
import org.curbside.web.internal.ModeratorPages.ModeratorsPage;
import org.curbside.web.internal.ProfilePages.CodesPage;
import org.curbside.web.internal.ProfilePages.ConfirmPage;
import org.curbside.web.internal.ProfilePages.Owner;
import org.curbside.web.internal.ProfilePages.Profile;
import org.curbside.web.internal.ProfilePages.SecretPage;
import org.junit.jupiter.api.Test;

class ProfilePagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
    private static final Owner SURGEON =
            new Owner("Surgery", false, "", new Calibration(3, 4, 1, 2), new Standing(31, 4, 1, 2, 1));
    private static final Access PASSWORD_ONLY = new Access(true, false, 0, true);
    private static final OpenSession HERE = new OpenSession("0123456789abcdef", DAY, DAY, true);
    private static final OpenSession ELSEWHERE = new OpenSession("fedcba9876543210", DAY, DAY.plusDays(1), false);
    private static final Passkey PHONE = new Passkey("00112233aabbccdd", "My <phone>", DAY, DAY);

    private final Pages pages = new Pages();

    @Test
    void everyone_who_signs_in_can_change_their_password() {
        assertThat(profile("member", SURGEON, ""))
                .contains("Surgery, as the licence desk vouches", "name=\"currentPassword\"", "name=\"passwordAgain\"")
                .doesNotContain("Moderator");
        assertThat(profile("analyst", new Owner("", false, "County Health", null, null), ""))
                .contains("analysts of County Health", "name=\"currentPassword\"")
                .doesNotContain("licence desk");
        assertThat(profile("operator", new Owner("", false, "", null, null), ""))
                .contains("operators of this instance", "name=\"currentPassword\"");
    }

    @Test
    void a_moderator_is_told_so() {
        assertThat(profile("member", new Owner("Surgery", true, "", new Calibration(0, 0, 0, 0), Standing.NONE), ""))
                .contains("Moderator, appointed by an operator");
    }

    @Test
    void a_member_reads_how_their_ratings_stand_beside_what_later_showed() {
        assertThat(profile("member", SURGEON, ""))
                .contains(
                        "You agreed with 3 of 4 that was borne out, and disagreed with 1 of 2 that was not. Only you");
        assertThat(profile("member", new Owner("Surgery", false, "", new Calibration(0, 0, 0, 0), Standing.NONE), ""))
                .contains("nothing has turned out yet");
        assertThat(profile("analyst", new Owner("", false, "County Health", null, null), ""))
                .doesNotContain("Your ratings");
    }

    @Test
    void a_member_reads_how_their_advice_was_received() {
        assertThat(profile("member", SURGEON, ""))
                .contains("31 agree, 4 partly, 1 disagree; 2 was borne out and 1 was not");
        assertThat(profile("member", new Owner("Surgery", false, "", new Calibration(0, 0, 0, 0), Standing.NONE), ""))
                .contains("Nobody of another specialty has rated it yet");
    }

    @Test
    void what_was_done_is_said_in_words() {
        assertThat(profile("member", SURGEON, "password")).contains("role=\"status\">Your password is changed.");
        assertThat(profile("member", SURGEON, "")).doesNotContain("role=\"status\"");
        assertThat(profile("member", SURGEON, "<b>")).doesNotContain("role=\"status\"", "<b>");
    }

    @Test
    void this_browser_is_marked_and_the_others_can_be_ended() {
        String page = profile(PASSWORD_ONLY, List.of(HERE, ELSEWHERE), List.of());
        assertThat(page)
                .contains("This browser", "5 March 2026", "value=\"fedcba9876543210\"", "End all others")
                .doesNotContain("value=\"0123456789abcdef\"");
        assertThat(profile(PASSWORD_ONLY, List.of(HERE), List.of())).doesNotContain("End all others");
    }

    @Test
    void a_member_with_a_passkey_may_do_without_a_password() {
        String with = profile(PASSWORD_ONLY, List.of(HERE), List.of(PHONE));
        assertThat(with).contains("My &lt;phone&gt;", "/profile/passkeys/00112233aabbccdd", "Remove the password");
        assertThat(profile(PASSWORD_ONLY, List.of(HERE), List.of())).doesNotContain("Remove the password");
        assertThat(profile(new Access(false, false, 0, true), List.of(HERE), List.of(PHONE)))
                .contains("Choose a password")
                .doesNotContain("Remove the password", "name=\"currentPassword\"");
    }

    @Test
    void an_app_is_set_up_or_stopped() {
        assertThat(profile(PASSWORD_ONLY, List.of(HERE), List.of())).contains("Set up an app");
        assertThat(profile(new Access(true, true, 7, true), List.of(HERE), List.of()))
                .contains("7 recovery codes are left", "Ask for no code any longer")
                .doesNotContain("Set up an app");
    }

    @Test
    void a_secret_is_shown_as_text_and_as_a_picture() {
        String uri = "otpauth://totp/Curbside:heron?secret=ABCDEFGH&issuer=Curbside";
        String page = Rendered.page(
                pages, "authenticator.jte", new SecretPage(frame("member"), "ABCD EFGH", uri, Qr.of(uri), Form.EMPTY));
        assertThat(page)
                .contains("<dd class=\"code\" id=\"secret\">ABCD EFGH</dd>", "role=\"img\"", "d=\"M4 4h1v1h-1z")
                .contains("href=\"otpauth://totp/Curbside:heron?secret=ABCDEFGH&amp;issuer=Curbside\"");
    }

    @Test
    void a_picture_has_its_finder_patterns_inside_a_quiet_zone() {
        Qr qr = Qr.of("HELLO");
        assertThat(qr.size()).isEqualTo(21 + 8);
        for (String corner : List.of("M4 4h", "M24 4h", "M4 24h")) {
            assertThat(qr.path()).contains(corner);
        }
        assertThat(qr.path()).doesNotContain("M3 ", "M25 ", " 3h", " 25h");
    }

    @Test
    void recovery_codes_are_listed() {
        String page = Rendered.page(
                pages, "recovery-codes.jte", new CodesPage(frame("member"), List.of("AAAA-BBBB", "CCCC-DDDD")));
        assertThat(page).contains("<li>AAAA-BBBB</li>", "<li>CCCC-DDDD</li>");
    }

    @Test
    void a_confirmation_asks_for_what_the_account_has() {
        assertThat(confirm(PASSWORD_ONLY, false))
                .contains("name=\"password\"", "name=\"next\" value=\"/profile/sessions\"")
                .doesNotContain("name=\"code\"", "Use a passkey");
        assertThat(confirm(new Access(true, true, 0, false), true)).contains("name=\"code\"", "Use a passkey");
        assertThat(confirm(new Access(false, false, 0, false), true))
                .contains("Use a passkey", "name=\"signature\"")
                .doesNotContain("name=\"password\"");
    }

    @Test
    void a_wrong_code_leads_to_its_field_and_keeps_the_ticket() {
        Refusal wrong = Refusal.invalid("wrong-code", "code", "Type the code that your app shows now.");
        Form form = new Form(Map.of("code", ""), wrong, "");
        String page = Rendered.page(
                pages, "second-step.jte", new CodePage(frame(""), "/topics", Unsent.NOTHING, "the-ticket", form));
        assertThat(page)
                .contains(
                        "name=\"ticket\" value=\"the-ticket\"", "value=\"/topics\"", "<a href=\"#code\">Type the code");
    }

    @Test
    void moderators_are_listed_and_dismissed() {
        String page = Rendered.page(
                pages,
                "moderators.jte",
                new ModeratorsPage(
                        frame("operator"),
                        List.of(new Moderator("kestrel", "Surgery")),
                        List.of(),
                        Form.EMPTY,
                        Form.EMPTY.marked("-ban")));
        assertThat(page)
                .contains("kestrel", "Surgery", "name=\"dismissed\" value=\"kestrel\"", "Nobody was ever banned.");
    }

    @Test
    void bans_are_listed_and_what_was_not_taken_is_said_at_their_own_form() {
        Refusal wrong = Refusal.invalid("reason-missing", "reason", "Give the reason in 3 to 500 characters.");
        Form banning = new Form(Map.of("pseudonym", "kestrel", "reason", "", "decision", "ban"), wrong, "-ban");
        Ban lifted = new Ban(
                "sparrow", "Ads", "warden", DAY, Optional.of(new Ban.Lifting("Not <so>", "porter", DAY.plusDays(1))));
        String page = Rendered.page(
                pages,
                "moderators.jte",
                new ModeratorsPage(
                        frame("operator"),
                        List.of(),
                        List.of(new Ban("kestrel", "Threats", "warden", DAY, Optional.empty()), lifted),
                        Form.EMPTY,
                        banning));
        assertThat(page)
                .contains("by warden: Threats", "by porter: Not &lt;so&gt;", "<a href=\"#reason-ban\">Give the reason")
                .contains("id=\"pseudonym\"", "id=\"pseudonym-ban\"");
    }

    private String profile(String role, Owner owner, String done) {
        return Rendered.page(
                pages,
                "profile.jte",
                new Profile(frame(role), owner, PASSWORD_ONLY, List.of(HERE), List.of(), done, Form.EMPTY, Form.EMPTY));
    }

    private String profile(Access access, List<OpenSession> sessions, List<Passkey> passkeys) {
        return Rendered.page(
                pages,
                "profile.jte",
                new Profile(frame("member"), SURGEON, access, sessions, passkeys, "", Form.EMPTY, Form.EMPTY));
    }

    private String confirm(Access access, boolean passkey) {
        return Rendered.page(
                pages,
                "confirmation.jte",
                new ConfirmPage(frame("member"), "/profile/sessions", Unsent.NOTHING, access, passkey, Form.EMPTY));
    }

    private static Frame frame(String role) {
        return new Frame("Profile", role.isEmpty() ? "" : "heron", role, "", "");
    }
}
