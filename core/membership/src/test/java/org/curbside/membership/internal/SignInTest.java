package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.membership.internal.Membership.PASSWORD;
import static org.curbside.membership.internal.Membership.assertRefused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.OpenSession;
import org.curbside.api.membership.Operator;
import org.curbside.api.refusal.Refusal;
import org.curbside.testkit.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String OTHER = "five other words make two";
    private static final String WRONG = "a wrong password";

    private final Membership membership = new Membership();
    private final MovableClock clock = membership.clock;
    private final Sessions sessions = membership.sessions;
    private Operator porter;

    @BeforeEach
    void open() {
        porter = membership.reception.addOperator("Porter", PASSWORD);
    }

    @Test
    void a_session_ends_when_its_owner_or_the_clock_says_so() {
        String ended = membership.in("porter").session();
        sessions.signOut(ended);
        assertThat(sessions.visitor(ended)).isEmpty();
        String expiring = membership.in("porter").session();
        clock.pass(Duration.ofHours(11));
        assertThat(sessions.visitor(expiring)).contains(porter);
        clock.pass(Duration.ofHours(2));
        assertThat(sessions.visitor(expiring)).isEmpty();
    }

    @Test
    void after_five_wrong_passwords_a_stranger_waits_even_with_the_right_one() {
        fiveWrong("Porter", null);
        assertRefused("too-many-tries", () -> sessions.signIn("Porter", PASSWORD, null));
        clock.pass(Duration.ofSeconds(31));
        assertThat(sessions.visitor(membership.in("Porter").session())).contains(porter);
    }

    @Test
    void an_attacker_who_never_rests_does_not_keep_a_known_browser_out() {
        String device = membership.in("Porter").device();
        for (int time = 0; time < 6; time++) {
            hammer("Porter");
            assertThat(sessions.visitor(
                            membership.in("Porter", PASSWORD, device).session()))
                    .contains(porter);
            clock.pass(Duration.ofMinutes(10));
        }
        hammer("Porter");
        assertRefused("too-many-tries", () -> sessions.signIn("Porter", PASSWORD, null));
    }

    @Test
    void an_attacker_who_never_rests_has_eleven_guesses_in_an_hour_and_then_one_in_64_minutes() {
        String device = membership.in("Porter").device();
        assertThat(guessesIn(Duration.ofHours(1), Duration.ofSeconds(30))).isEqualTo(11);
        membership.in("Porter", PASSWORD, device);
        assertThat(guessesIn(Duration.ofHours(23), Duration.ofMinutes(8)))
                .as("the owner's coming forgives strangers nothing")
                .isBetween(20, 22);
    }

    private int guessesIn(Duration time, Duration step) {
        int guesses = 0;
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            guesses += hammer("Porter");
            clock.pass(step);
        }
        return guesses;
    }

    @Test
    void the_counter_survives_a_restart() {
        fiveWrong("Porter", null);
        assertRefused("too-many-tries", () -> membership.restarted().sessions.signIn("Porter", PASSWORD, null));
    }

    @Test
    void a_browser_that_is_known_has_a_bound_of_its_own() {
        String device = membership.in("Porter").device();
        fiveWrong("Porter", device);
        assertRefused("too-many-tries", () -> sessions.signIn("Porter", PASSWORD, device));
        assertThat(membership.in("Porter").device()).isNotEqualTo(device);
    }

    @Test
    void a_browser_is_known_for_its_account_only_and_remembered_while_it_comes() {
        membership.reception.addOperator("Warden", PASSWORD);
        String wardens = membership.in("Warden").device();
        fiveWrong("Porter", wardens);
        assertRefused("too-many-tries", () -> sessions.signIn("Porter", PASSWORD, wardens));

        String device = membership.in("Warden", PASSWORD, wardens).device();
        assertThat(device).isEqualTo(wardens);
        clock.pass(Duration.ofDays(181));
        assertThat(membership.in("Warden", PASSWORD, device).device()).isNotEqualTo(device);
    }

    @Test
    void tries_are_forgotten_after_a_day_without_any() {
        fiveWrong("Porter", null);
        clock.pass(Duration.ofHours(25));
        fiveWrong("Porter", null);
        assertRefused("too-many-tries", () -> sessions.signIn("Porter", WRONG, null));
    }

    @Test
    void guesses_at_the_same_moment_are_no_more_than_five() throws Exception {
        List<String> refused = AtOnce.refusals(16, () -> sessions.signIn("Porter", WRONG, null));
        assertThat(refused).filteredOn("wrong-sign-in"::equals).hasSize(5);
        assertThat(refused).filteredOn("too-many-tries"::equals).hasSize(11);
    }

    @Test
    void a_name_that_is_not_here_is_answered_like_one_that_is() {
        for (String name : List.of("Porter", "Nobody", "!")) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                answers.add(refusal(name, WRONG));
            }
            assertThat(answers)
                    .as(name)
                    .containsExactly(
                            "wrong-sign-in",
                            "wrong-sign-in",
                            "wrong-sign-in",
                            "wrong-sign-in",
                            "wrong-sign-in",
                            "too-many-tries",
                            "too-many-tries");
        }
        assertRefused("wrong-sign-in", () -> sessions.signIn(null, null, null));
        assertRefused(
                "wrong-sign-in", () -> sessions.signIn("Somebody", "the same work for a name that is not here", null));
    }

    @Test
    void another_password_ends_what_the_old_one_began() {
        membership.reception.addOperator("Warden", PASSWORD);
        Entry.In here = membership.in("porter");
        String elsewhere = membership.in("porter").session();
        String wardens = membership.in("warden").session();

        Entry.In fresh = membership.ownPasswords.choose(here.session(), OTHER);

        assertThat(sessions.visitor(fresh.session())).contains(porter);
        assertThat(sessions.visitor(here.session())).isEmpty();
        assertThat(sessions.visitor(elsewhere)).isEmpty();
        assertThat(sessions.visitor(wardens)).isPresent();
        assertRefused("wrong-sign-in", () -> sessions.signIn("Porter", PASSWORD, here.device()));
        assertThat(membership.in("Porter", OTHER, here.device()).device())
                .as("whoever knew the old password is a stranger")
                .isNotEqualTo(here.device());
    }

    @Test
    void a_password_that_is_not_taken_changes_nothing() {
        String session = membership.in("porter").session();
        OwnPasswords own = membership.ownPasswords;
        assertRefused("password-length", () -> own.choose(session, "too short"));
        assertRefused("password-length", () -> own.choose(session, null));
        assertRefused("password-holds-name", () -> own.choose(session, "a porter sleeps"));
        assertRefused("password-common", () -> own.choose(session, "Password-1234"));
        assertThat(sessions.visitor(session)).contains(porter);
        assertThat(sessions.visitor(membership.in("Porter").session())).contains(porter);
    }

    @Test
    void what_is_dangerous_asks_again_after_five_minutes() {
        String session = membership.in("porter").session();
        String other = membership.in("porter").session();
        String others = sessions.sessions(session).get(1).id();
        clock.pass(Duration.ofMinutes(5));
        assertThat(membership.confirmations.access(session).confirmed()).isFalse();
        assertRefused("confirm-first", () -> membership.confirmations.require(session));
        assertRefused("confirm-first", () -> membership.ownPasswords.choose(session, OTHER));
        assertRefused("confirm-first", () -> membership.ownPasswords.remove(session));
        assertRefused("confirm-first", () -> membership.authenticators.offer(session));
        assertRefused("confirm-first", () -> membership.authenticators.offered(session));
        assertRefused("confirm-first", () -> membership.authenticators.use(session, "123456"));
        assertRefused("confirm-first", () -> membership.authenticators.renewRecoveryCodes(session));
        assertRefused("confirm-first", () -> membership.authenticators.stop(session));
        assertRefused("confirm-first", () -> membership.passkeys.invite(session));
        assertRefused("confirm-first", () -> membership.passkeys.remove(session, "any"));
        assertRefused("confirm-first", () -> sessions.end(session, others));
        assertRefused("confirm-first", () -> sessions.endOthers(session));

        membership.confirmations.confirm(session, PASSWORD, null);

        membership.confirmations.require(session);
        assertRefused("confirm-first", () -> membership.confirmations.require(other));
    }

    @Test
    void guessing_at_a_confirmation_is_bounded_by_the_session() {
        String session = membership.in("porter").session();
        clock.pass(Duration.ofMinutes(10));
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-password", () -> membership.confirmations.confirm(session, WRONG, null));
        }
        assertRefused("too-many-tries", () -> membership.confirmations.confirm(session, PASSWORD, null));
        clock.pass(Duration.ofSeconds(31));
        membership.confirmations.confirm(session, PASSWORD, null);
        membership.confirmations.require(session);
    }

    @Test
    void whoever_is_not_signed_in_confirms_nothing() {
        assertRefused("sign-in-required", () -> membership.confirmations.confirm("no session", PASSWORD, null));
        assertRefused("sign-in-required", () -> membership.confirmations.require("no session"));
        assertRefused("sign-in-required", () -> sessions.sessions("no session"));
    }

    @Test
    void an_owner_sees_every_session_to_the_day_and_ends_them() {
        Entry.In first = membership.in("porter");
        clock.pass(Duration.ofHours(10));
        Entry.In second = membership.in("porter");
        clock.pass(Duration.ofHours(2));
        assertThat(sessions.visitor(first.session())).isPresent();
        clock.pass(Duration.ofMinutes(-121));
        membership.reception.addOperator("Warden", PASSWORD);
        membership.in("warden");

        List<OpenSession> seen = sessions.sessions(second.session());

        LocalDate day = LocalDate.of(2026, 2, 3);
        assertThat(seen).hasSize(2).allMatch(session -> session.begun().equals(day));
        assertThat(seen).extracting(OpenSession::here).containsExactly(true, false);
        String firsts = sessions.sessions(first.session()).stream()
                .filter(OpenSession::here)
                .findFirst()
                .orElseThrow()
                .id();
        membership.confirmations.confirm(second.session(), PASSWORD, null);
        sessions.end(second.session(), firsts);
        assertThat(sessions.visitor(first.session())).isEmpty();
        assertThat(sessions.visitor(second.session())).contains(porter);
        assertRefused("no-such-session", () -> sessions.end(second.session(), firsts));
        assertThat(membership.in("porter", PASSWORD, first.device()).device()).isNotEqualTo(first.device());
    }

    @Test
    void a_day_later_a_session_was_used_then() {
        clock.pass(Duration.ofHours(18));
        Entry.In here = membership.in("porter");
        clock.pass(Duration.ofHours(4));
        assertThat(sessions.visitor(here.session())).isPresent();
        OpenSession session = sessions.sessions(here.session()).get(0);
        assertThat(session.begun()).isEqualTo("2026-02-03");
        assertThat(session.used()).isEqualTo("2026-02-04");
    }

    @Test
    void what_is_kept_opens_nothing_and_tells_no_minute_of_a_sign_in() throws Exception {
        Entry.In here = membership.in("porter");
        membership.ownPasswords.choose(membership.in("porter").session(), OTHER);
        Entry.In again = membership.in("porter", OTHER, null);

        String kept = membership.everythingKept();

        assertThat(kept).contains("Porter", "2026-02-03");
        for (String secret : List.of(PASSWORD, OTHER, here.session(), here.device(), again.session(), again.device())) {
            assertThat(kept).doesNotContain(secret);
        }
        assertThat(kept).as("it ends at a full hour").contains("17:00:00").doesNotContain("04:05:", "05:06");
    }

    @Test
    void all_others_end_at_once() {
        Entry.In here = membership.in("porter");
        Entry.In elsewhere = membership.in("porter");
        sessions.endOthers(here.session());
        assertThat(sessions.visitor(elsewhere.session())).isEmpty();
        assertThat(sessions.visitor(here.session())).contains(porter);
        assertThat(membership.in("porter", PASSWORD, here.device()).device()).isEqualTo(here.device());
        assertThat(membership.in("porter", PASSWORD, elsewhere.device()).device())
                .isNotEqualTo(elsewhere.device());
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        membership.reception.addOperator("Warden", PASSWORD);
        String porters = membership.in("porter").session();
        String wardens = membership.in("warden").session();
        String id = sessions.sessions(wardens).get(0).id();
        assertRefused("no-such-session", () -> sessions.end(porters, id));
        assertThat(sessions.visitor(wardens)).isPresent();
    }

    @Test
    void only_a_member_with_a_passkey_can_do_without_a_password() {
        membership.member("Kestrel");
        String porters = membership.in("porter").session();
        String kestrels = membership.in("Kestrel").session();
        assertRefused("members-only", () -> membership.ownPasswords.remove(porters));
        assertRefused("last-way-in", () -> membership.ownPasswords.remove(kestrels));
    }

    @Test
    void an_operator_appoints_moderators_among_members() {
        membership.member("Kestrel");
        String session = membership.in("Kestrel").session();
        assertRefused("no-such-member", () -> membership.appointments.appoint("Porter"));
        assertRefused("no-such-member", () -> membership.appointments.appoint("Sparrow"));

        assertThat(membership.appointments.appoint("kestrel").moderator()).isTrue();

        assertThat(membership.appointments.moderators()).extracting("name").containsExactly("Kestrel");
        assertThat(sessions.visitor(session).orElseThrow()).hasFieldOrPropertyWithValue("moderator", true);
        assertThat(membership.appointments.dismiss("Kestrel").moderator()).isFalse();
        assertThat(membership.appointments.moderators()).isEmpty();
    }

    private void fiveWrong(String name, @Nullable String device) {
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-sign-in", () -> sessions.signIn(name, WRONG, device));
        }
    }

    /** As many wrong passwords as are looked at just now. */
    private int hammer(String name) {
        int guesses = 0;
        while (refusal(name, WRONG).equals("wrong-sign-in")) {
            guesses++;
        }
        return guesses;
    }

    private String refusal(String name, String password) {
        try {
            sessions.signIn(name, password, null);
            return "";
        } catch (Refusal refused) {
            return refused.name();
        }
    }
}
