package org.curbside.membership.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.membership.internal.Membership.PASSWORD;
import static org.curbside.membership.internal.Membership.assertRefused;

import java.time.Duration;
import java.util.List;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Passkey;
import org.curbside.api.membership.PasskeySignature;
import org.curbside.api.membership.Passkeys;
import org.curbside.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasskeysTest {

    private final Membership membership = new Membership();
    private final MovableClock clock = membership.clock;
    private final Sessions sessions = membership.sessions;
    private final PasskeyRing passkeys = membership.passkeys;
    private Member kestrel;
    private String session;
    private SoftKey key;

    @BeforeEach
    void open() throws Exception {
        kestrel = membership.member("Kestrel");
        session = membership.in("Kestrel").session();
        key = new SoftKey(1);
    }

    @Test
    void a_passkey_signs_in_without_a_name() throws Exception {
        Passkey made = passkeys.add(session, key.make(" My phone ", passkeys.invite(session)));
        assertThat(made.name()).isEqualTo("My phone");
        clock.pass(Duration.ofDays(3));

        String fresh = sessions.signIn(key.sign(passkeys.challenge()), null).session();

        assertThat(sessions.visitor(fresh)).contains(kestrel);
        Passkey used = passkeys.of(fresh).get(0);
        assertThat(used.begun()).isEqualTo("2026-02-03");
        assertThat(used.used()).isEqualTo("2026-02-06");
        membership.confirmations.require(fresh);
    }

    @Test
    void an_attacker_at_the_password_does_not_keep_a_passkey_out() throws Exception {
        add(key);
        for (int i = 0; i < 5; i++) {
            assertRefused("wrong-sign-in", () -> sessions.signIn("Kestrel", "a wrong password", null));
        }
        assertRefused("too-many-tries", () -> sessions.signIn("Kestrel", PASSWORD, null));
        assertThat(sessions.signIn(key.sign(passkeys.challenge()), null).visitor())
                .isEqualTo(kestrel);
    }

    @Test
    void a_challenge_is_signed_once_and_soon() throws Exception {
        add(key);
        PasskeySignature signature = key.sign(passkeys.challenge());
        sessions.signIn(signature, null);
        assertNotTaken(signature);
        PasskeySignature late = key.sign(passkeys.challenge());
        clock.pass(Duration.ofMinutes(5));
        assertNotTaken(late);
        assertNotTaken(key.sign(new Passkeys.Challenge("AAAA", "localhost")));
        clock.pass(Duration.ofMinutes(-5));
        assertNotTaken(key.sign(new Passkeys.Challenge(passkeys.invite(session).challenge(), "localhost")));
    }

    @Test
    void what_another_site_or_nobody_asked_for_is_not_taken() throws Exception {
        add(key);
        key.origin = "https://localhost.example";
        assertNotTaken(key.sign(passkeys.challenge()));
        key.origin = "http://localhost:9999";
        sessions.signIn(key.sign(passkeys.challenge()), null);
        key.relyingParty = "localhost.example";
        assertNotTaken(key.sign(passkeys.challenge()));
        key.relyingParty = "localhost";
        key.withoutVerification();
        assertNotTaken(key.sign(passkeys.challenge()));
    }

    @Test
    void where_an_origin_is_set_no_other_is_taken() throws Exception {
        Membership there = new Membership("", new RelyingParty("https://curbside.example", ""));
        there.member("Kestrel");
        String in = there.in("Kestrel").session();
        assertThat(there.passkeys.invite(in).relyingParty()).isEqualTo("curbside.example");
        key.relyingParty = "curbside.example";
        assertRefused("passkey-not-taken", () -> there.passkeys.add(in, key.make("Phone", there.passkeys.invite(in))));
        key.origin = "https://curbside.example";
        there.passkeys.add(in, key.make("Phone", there.passkeys.invite(in)));
        assertThat(there.sessions.signIn(key.sign(there.passkeys.challenge()), null))
                .isNotNull();
    }

    @Test
    void another_key_with_its_id_is_not_taken() throws Exception {
        add(key);
        SoftKey forged = new SoftKey(1);
        forged.handle = key.handle;
        assertNotTaken(forged.sign(passkeys.challenge()));
        assertNotTaken(new SoftKey(2).sign(passkeys.challenge()));
        key.handle = RelyingParty.text(new byte[32]);
        assertNotTaken(key.sign(passkeys.challenge()));
    }

    @Test
    void a_copy_shows_by_its_counter() throws Exception {
        add(key);
        key.counter = 7;
        sessions.signIn(key.sign(passkeys.challenge()), null);
        assertNotTaken(key.sign(passkeys.challenge()));
        key.counter = 0;
        assertNotTaken(key.sign(passkeys.challenge()));
        key.counter = 8;
        sessions.signIn(key.sign(passkeys.challenge()), null);
    }

    @Test
    void garbage_is_refused_and_not_a_failure() throws Exception {
        add(key);
        assertNotTaken(new PasskeySignature(null, null, null, null, null));
        assertNotTaken(new PasskeySignature("!", "!", "!", "!", "!"));
        assertNotTaken(new PasskeySignature("AAAA", RelyingParty.text("{}".getBytes(UTF_8)), "AAAA", "AAAA", ""));
        PasskeySignature good = key.sign(passkeys.challenge());
        assertNotTaken(new PasskeySignature(good.id(), good.clientData(), "AAAA", good.signature(), ""));
        PasskeySignature next = key.sign(passkeys.challenge());
        assertNotTaken(new PasskeySignature(next.id(), next.clientData(), next.authenticatorData(), "AAAA", ""));
        assertRefused("passkey-not-taken", () -> passkeys.add(session, new Passkeys.Made("Phone", null, null)));
        Passkeys.Made made = key.make("Phone", passkeys.invite(session));
        assertRefused(
                "passkey-not-taken",
                () -> passkeys.add(session, new Passkeys.Made("Phone", made.clientData(), "oWNmbXRkbm9uZQ")));
    }

    @Test
    void a_passkey_is_made_for_whoever_was_invited_and_once() throws Exception {
        membership.member("Sparrow");
        String sparrows = membership.in("Sparrow").session();
        Passkeys.Made made = key.make("Phone", passkeys.invite(session));
        assertRefused("passkey-name", () -> passkeys.add(session, key.make(" ", passkeys.invite(session))));
        assertRefused("passkey-not-made", () -> passkeys.add(sparrows, made));
        assertRefused("passkey-not-made", () -> passkeys.add(session, made));
        add(key);
        assertRefused("too-many-passkeys", () -> passkeys.add(sparrows, key.make("Mine", passkeys.invite(sparrows))));
        assertThat(passkeys.invite(session).known()).containsExactly(key.id());
        assertThat(passkeys.of(sparrows)).isEmpty();
    }

    @Test
    void an_account_is_known_by_the_same_handle_to_all_of_its_passkeys() throws Exception {
        String handle = passkeys.invite(session).handle();
        assertThat(passkeys.invite(session).handle()).isEqualTo(handle).hasSize(43);
    }

    @Test
    void a_removed_passkey_opens_nothing() throws Exception {
        add(key);
        SoftKey other = new SoftKey(2);
        add(other);
        List<Passkey> both = passkeys.of(session);
        String first = both.stream()
                .filter(passkey -> passkey.name().equals("Key 1"))
                .findFirst()
                .orElseThrow()
                .id();
        passkeys.remove(session, first);
        assertNotTaken(key.sign(passkeys.challenge()));
        sessions.signIn(other.sign(passkeys.challenge()), null);
        assertRefused("no-such-passkey", () -> passkeys.remove(session, first));
    }

    @Test
    void a_passkey_confirms_for_its_own_account() throws Exception {
        membership.member("Sparrow");
        String sparrows = membership.in("Sparrow").session();
        add(key);
        clock.pass(Duration.ofMinutes(10));
        assertRefused(
                "passkey-not-taken", () -> membership.confirmations.confirm(sparrows, key.sign(passkeys.challenge())));
        membership.confirmations.confirm(session, key.sign(passkeys.challenge()));
        membership.confirmations.require(session);
        assertRefused("confirm-first", () -> membership.confirmations.require(sparrows));
    }

    @Test
    void with_a_passkey_a_member_can_do_without_a_password() throws Exception {
        add(key);
        String elsewhere = membership.in("Kestrel").session();
        membership.ownPasswords.remove(session);

        assertThat(sessions.visitor(elsewhere)).isEmpty();
        assertRefused("wrong-sign-in", () -> sessions.signIn("Kestrel", PASSWORD, null));
        assertRefused("wrong-sign-in", () -> sessions.signIn("Kestrel", "", null));
        assertThat(membership.confirmations.access(session).password()).isFalse();
        assertRefused("wrong-password", () -> membership.confirmations.confirm(session, "", null));
        assertRefused(
                "last-way-in",
                () -> passkeys.remove(session, passkeys.of(session).get(0).id()));

        String fresh = sessions.signIn(key.sign(passkeys.challenge()), null).session();
        membership.ownPasswords.choose(fresh, "five other words make two");
        assertThat(membership.in("Kestrel", "five other words make two", null)).isNotNull();
    }

    private void add(SoftKey added) throws Exception {
        passkeys.add(session, added.make("Key " + added.number(), passkeys.invite(session)));
    }

    private void assertNotTaken(PasskeySignature signature) {
        assertRefused("passkey-not-taken", () -> sessions.signIn(signature, null));
    }
}
