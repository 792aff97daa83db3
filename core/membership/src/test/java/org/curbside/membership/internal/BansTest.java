package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curbside.membership.internal.Membership.EPOCH;
import static org.curbside.membership.internal.Membership.MEDICINE;
import static org.curbside.membership.internal.Membership.PASSWORD;
import static org.curbside.membership.internal.Membership.assertRefused;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.util.encoders.Base32;
import org.curbside.api.credential.Credential;
import org.curbside.api.membership.Ban;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.refusal.Refusal;
import org.curbside.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class BansTest {

    private static final String WHY = "Sold prescriptions in three comments.";
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);
    private static final LocalDate NEXT = EPOCH.plusDays(Credential.EPOCH_DAYS);

    private final Membership membership = new Membership();
    private final MovableClock clock = membership.clock;
    private final Sessions sessions = membership.sessions;
    private final Reception reception = membership.reception;
    private final Banishments bans = membership.banishments;

    @Test
    void a_ban_ends_every_session_and_no_password_begins_another() {
        membership.member("Kestrel");
        membership.member("Sparrow");
        String one = membership.in("Kestrel").session();
        Entry.In other = membership.in("Kestrel");
        String sparrows = membership.in("Sparrow").session();

        ban("kestrel");

        for (String session : List.of(one, other.session())) {
            assertThat(sessions.visitor(session)).isEmpty();
            assertRefused("sign-in-required", () -> membership.confirmations.confirm(session, PASSWORD, null));
            assertRefused("sign-in-required", () -> membership.ownPasswords.choose(session, "five other words"));
            assertRefused("sign-in-required", () -> membership.passkeys.invite(session));
        }
        assertBanned(() -> membership.in("Kestrel"));
        assertBanned(() -> membership.in("Kestrel", PASSWORD, other.device()));
        assertThat(sessions.visitor(sparrows)).isPresent();
    }

    @Test
    void a_stranger_does_not_learn_who_is_banned() {
        membership.member("Kestrel");
        ban("Kestrel");
        assertRefused("wrong-sign-in", () -> membership.in("Kestrel", "a wrong password", null));
        assertRefused("wrong-sign-in", () -> membership.in("Nobody", "a wrong password", null));
        assertRefused(
                "pseudonym-taken",
                () -> reception.join(
                        membership.desk.credential("other", MEDICINE, EPOCH), "Kestrel", "five other words make two"));
        for (int more = 0; more < 4; more++) {
            assertRefused("wrong-sign-in", () -> membership.in("Kestrel", "a wrong password", null));
        }
        assertRefused("too-many-tries", () -> membership.in("Kestrel"));
    }

    @Test
    void an_authenticator_app_lets_nobody_in_and_the_reason_waits_for_its_code() {
        membership.member("Kestrel");
        String session = membership.in("Kestrel").session();
        String secret = membership.authenticators.offer(session).secret();
        List<String> codes = membership.authenticators.use(session, code(secret));
        String before = ticket();

        ban("Kestrel");

        clock.pass(Duration.ofSeconds(30));
        assertBanned(() -> sessions.enter(before, code(secret), null));
        String after = ticket();
        assertRefused("wrong-code", () -> sessions.enter(after, "000000", null));
        assertBanned(() -> sessions.enter(after, codes.get(0), null));
    }

    @Test
    void a_passkey_lets_nobody_in() throws Exception {
        membership.member("Kestrel");
        String session = membership.in("Kestrel").session();
        SoftKey key = new SoftKey(1);
        membership.passkeys.add(session, key.make("Phone", membership.passkeys.invite(session)));
        PasskeySignature before = key.sign(membership.passkeys.challenge());

        ban("Kestrel");

        assertBanned(() -> sessions.signIn(before, null));
        assertBanned(() -> sessions.signIn(key.sign(membership.passkeys.challenge()), null));
    }

    @Test
    void recovery_words_let_nobody_in_and_change_nothing() throws Exception {
        KeyPair words = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = Desk.text(Arrays.copyOfRange(words.getPublic().getEncoded(), 12, 44));
        reception.join(membership.desk.credentialOf("first", key, MEDICINE, EPOCH), "Kestrel", PASSWORD);

        ban("Kestrel");

        String asked = membership.recoveries.challenge(key);
        assertRefused("not-signed", () -> membership.recoveries.recover(key, "", "five other words make two"));
        assertBanned(() -> membership.recoveries.recover(key, sign(words, asked), "five other words make two"));
        lift("Kestrel");
        assertThat(membership.recoveries.challenge(key)).isEqualTo(asked);
        assertThat(membership.in("Kestrel").session()).isNotEmpty();
    }

    @Test
    void no_fresh_credential_keeps_a_banned_member_and_its_key_stays_taken() {
        membership.member("Kestrel");
        clock.pass(Duration.ofDays(Credential.EPOCH_DAYS));
        String fresh = membership.desk.credential("fresh", "Kestrel", MEDICINE, NEXT);

        ban("Kestrel");

        assertBanned(() -> reception.renew(fresh));
        assertBanned(() -> reception.join(fresh, "Sparrow", PASSWORD));
        lift("Kestrel");
        assertRefused("member-exists", () -> reception.join(fresh, "Sparrow", PASSWORD));
        assertThat(reception.renew(fresh).name()).as("it was not spent").isEqualTo("Kestrel");
    }

    /** What a ban does not do; core/identity/README.md says so. */
    @Test
    void whoever_comes_with_another_key_in_the_next_epoch_is_anybody() {
        membership.member("Kestrel");
        ban("Kestrel");
        clock.pass(Duration.ofDays(Credential.EPOCH_DAYS));
        String fresh = membership.desk.credential("fresh", "another key", MEDICINE, NEXT);
        assertThat(reception.join(fresh, "Sparrow", PASSWORD).name()).isEqualTo("Sparrow");
    }

    @Test
    void a_ban_outlives_a_restart() {
        membership.member("Kestrel");
        String session = membership.in("Kestrel").session();
        ban("Kestrel");

        Membership again = membership.restarted();

        assertThat(again.sessions.visitor(session)).isEmpty();
        assertBanned(() -> again.in("Kestrel"));
        assertThat(again.banishments.bans()).hasSize(1);
    }

    @Test
    void whoever_is_let_in_again_comes_in_as_before() {
        Member kestrel = membership.member("Kestrel");
        String session = membership.in("Kestrel").session();
        ban("Kestrel");

        lift("KESTREL");

        assertThat(sessions.visitor(session))
                .as("a session that ended stays so")
                .isEmpty();
        assertThat(membership.in("Kestrel").visitor()).isEqualTo(kestrel);
    }

    @Test
    void a_banned_moderator_is_none_any_longer_and_becomes_none() {
        membership.member("Kestrel");
        membership.appointments.appoint("Kestrel");
        ban("Kestrel");
        assertThat(membership.appointments.moderators()).isEmpty();
        assertRefused("member-banned", () -> membership.appointments.appoint("Kestrel"));
        lift("Kestrel");
        assertThat(membership.appointments.moderators()).isEmpty();
        assertThat(membership.appointments.appoint("Kestrel").moderator()).isTrue();
    }

    @Test
    void two_who_ban_at_once_ban_once_and_two_who_lift_lift_once() throws Exception {
        membership.member("Kestrel");
        assertThat(AtOnce.refusals(2, () -> ban("Kestrel"))).containsExactly("already-banned");
        assertThat(bans.bans()).hasSize(1);
        assertThat(AtOnce.refusals(2, () -> lift("Kestrel"))).containsExactly("not-banned");
        assertThat(bans.bans()).hasSize(1).noneMatch(Ban::holds);
    }

    @Test
    void whoever_signs_in_while_the_ban_comes_is_not_left_inside() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "Kestrel-" + round;
            membership.member(name);
            List<String> opened = new CopyOnWriteArrayList<>();
            AtomicInteger turn = new AtomicInteger();
            List<String> refused = AtOnce.refusals(4, () -> {
                if (turn.getAndIncrement() == 1) {
                    ban(name);
                } else {
                    opened.add(membership.in(name).session());
                }
            });
            assertThat(opened).as("round %s", round).allMatch(session -> sessions.visitor(session)
                    .isEmpty());
            assertThat(refused).hasSize(3 - opened.size()).allMatch("banned"::equals);
        }
    }

    @Test
    void who_did_what_and_why_stays() {
        membership.member("Kestrel");
        membership.member("Sparrow");
        bans.ban("Warden", "Kestrel", " " + WHY + " ");
        clock.pass(Duration.ofDays(1));
        bans.ban("Porter", "Sparrow", "Advertised.");
        bans.lift("Porter", "Kestrel", "It was somebody else.");
        clock.pass(Duration.ofDays(1));
        bans.ban("Warden", "Kestrel", "It was not.");

        assertThat(bans.bans())
                .containsExactly(
                        new Ban("Kestrel", "It was not.", "Warden", TODAY.plusDays(2), Optional.empty()),
                        new Ban("Sparrow", "Advertised.", "Porter", TODAY.plusDays(1), Optional.empty()),
                        new Ban(
                                "Kestrel",
                                WHY,
                                "Warden",
                                TODAY,
                                Optional.of(new Ban.Lifting("It was somebody else.", "Porter", TODAY.plusDays(1)))));
    }

    @Test
    void only_members_are_banned_and_only_with_a_reason() {
        membership.member("Kestrel");
        reception.addOperator("Porter", PASSWORD);
        reception.addAnalyst("Reader", PASSWORD, "county-health");
        assertRefused("not-a-member", () -> ban("Porter"));
        assertRefused("not-a-member", () -> ban("Reader"));
        assertRefused("no-such-member", () -> ban("Nobody"));
        assertRefused("pseudonym-form", () -> bans.ban("Warden", null, WHY));
        for (String reason : Arrays.asList(null, " no ", "x".repeat(501))) {
            assertRefused("reason-missing", () -> bans.ban("Warden", "Kestrel", reason));
        }
        assertRefused("not-banned", () -> lift("Kestrel"));
        assertThat(membership.in("Porter").session()).isNotEmpty();
        bans.ban("Warden", "Kestrel", "\uD83E\uDD85".repeat(500));
        assertThat(bans.bans().get(0).reason()).hasSize(1000);
    }

    private void ban(String name) {
        bans.ban("Warden", name, WHY);
    }

    private void lift(String name) {
        bans.lift("Warden", name, "The operators were wrong.");
    }

    private static void assertBanned(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.name()).isEqualTo("banned");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
            assertThat(refusal.sentence()).endsWith(WHY);
        });
    }

    private String code(String secret) {
        return Totp.code(Base32.decode(secret), clock.instant().getEpochSecond() / 30, 6);
    }

    private String ticket() {
        return ((Entry.CodeNeeded) sessions.signIn("Kestrel", PASSWORD, null)).ticket();
    }

    private static String sign(KeyPair key, String asked) throws GeneralSecurityException {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(key.getPrivate());
        ed25519.update(asked.getBytes(StandardCharsets.UTF_8));
        return Desk.text(ed25519.sign());
    }
}
