package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.curbside.api.credential.Credential;
import org.curbside.api.membership.Analyst;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Entry;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Operator;
import org.curbside.api.membership.Recovery;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final int DAYS_LEFT = 27;
    private static final LocalDate NEXT = EPOCH.plusDays(Credential.EPOCH_DAYS);

    private final Membership membership = new Membership();
    private final Desk desk = membership.desk;
    private final MovableClock clock = membership.clock;
    private final Reception reception = membership.reception;
    private final Sessions sessions = membership.sessions;
    private final Recoveries recoveries = membership.recoveries;

    @Test
    void a_credential_makes_a_member_of_the_specialty_that_it_names() {
        String pasted = " " + credential("a", EPOCH).replaceFirst("(.{40})", "$1\r\n");
        Member member = reception.join(pasted, "Kestrel", PASSWORD);
        assertThat(member.name()).isEqualTo("Kestrel");
        assertThat(member.specialty()).isEqualTo("207R00000X");
        assertThat(sessions.visitor(membership.in("kestrel").session())).contains(member);
    }

    @Test
    void a_credential_makes_one_member_only() {
        String credential = credential("a", EPOCH);
        reception.join(credential, "Kestrel", PASSWORD);
        assertRefused("credential-spent", () -> reception.join(credential, "Sparrow", PASSWORD));
        assertRefused("wrong-sign-in", () -> sessions.signIn("Sparrow", PASSWORD, null));
    }

    @Test
    void what_the_desk_did_not_sign_is_refused() {
        String credential = credential("a", EPOCH);
        String surgeons = desk.credential("a", "208600000X", EPOCH);
        String moved = credential.replace(keyOf(credential), keyOf(surgeons));
        for (String wrong : Arrays.asList(null, "hello", moved, desk.forged("a", MEDICINE, EPOCH))) {
            assertRefused("credential-not-genuine", () -> reception.join(wrong, "Kestrel", PASSWORD));
        }
        assertThat(reception.join(surgeons, "Kestrel", PASSWORD).specialty()).isEqualTo("208600000X");
    }

    @Test
    void a_member_has_one_account_however_many_credentials() {
        reception.join(desk.credential("first", "ada", MEDICINE, EPOCH), "Kestrel", PASSWORD);
        String second = desk.credential("second", "ada", MEDICINE, EPOCH);
        assertRefused("member-exists", () -> reception.join(second, "Sparrow", PASSWORD));
        reception.join(desk.credential("second", "bea", MEDICINE, EPOCH), "Sparrow", PASSWORD);
    }

    @Test
    void a_member_is_asked_to_renew_then_falls_silent_and_comes_back() {
        Member kestrel = reception.join(credential("ada", EPOCH), "Kestrel", PASSWORD);
        assertThat(kestrel.renewBy()).isEmpty();
        clock.pass(Duration.ofDays(DAYS_LEFT));
        LocalDate last = NEXT.plusDays(Credential.DAYS_MORE - 1);
        assertThat(signedIn("Kestrel"))
                .isEqualTo(new Member(kestrel.id(), "Kestrel", MEDICINE, false, Optional.of(last)));
        clock.pass(Duration.ofDays(Credential.DAYS_MORE - 1));
        assertThat(signedIn("Kestrel")).isInstanceOf(Member.class);
        clock.pass(Duration.ofDays(1));
        Visitor silent = signedIn("Kestrel");
        assertThat(silent).isEqualTo(new Dormant(kestrel.id(), "Kestrel", last));
        assertRefused("renewal-due", ((Turnstile) () -> Optional.of(silent))::member);

        String fresh = desk.credential("fresh", "ada", "208600000X", NEXT);
        Member again = new Member(kestrel.id(), "Kestrel", "208600000X");
        assertThat(reception.renew(fresh)).isEqualTo(again);
        assertThat(reception.renew(fresh)).as("shown twice").isEqualTo(again);
        assertThat(signedIn("Kestrel")).isEqualTo(again);
        assertRefused("credential-spent", () -> reception.join(fresh, "Sparrow", PASSWORD));
    }

    @Test
    void nothing_but_a_fresh_credential_for_the_same_key_renews() {
        reception.join(credential("ada", EPOCH), "Kestrel", PASSWORD);
        clock.pass(Duration.ofDays(Credential.EPOCH_DAYS + Credential.DAYS_MORE));
        assertRefused("credential-expired", () -> reception.renew(credential("ada", EPOCH)));
        assertRefused(
                "credential-expired", () -> reception.renew(credential("ada", NEXT.plusDays(Credential.EPOCH_DAYS))));
        assertRefused("no-such-member", () -> reception.renew(credential("bea", NEXT)));
        for (String wrong : Arrays.asList(null, "hello", desk.forged("ada", MEDICINE, NEXT))) {
            assertRefused("credential-not-genuine", () -> reception.renew(wrong));
        }
        assertThat(signedIn("Kestrel")).isInstanceOf(Dormant.class);
    }

    @Test
    void the_words_open_the_door_once_for_each_signature() throws Exception {
        KeyPair ada = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = Desk.text(Arrays.copyOfRange(ada.getPublic().getEncoded(), 12, 44));
        Member kestrel = reception.join(desk.credentialOf("first", key, MEDICINE, EPOCH), "Kestrel", PASSWORD);
        String session = membership.in("Kestrel").session();
        String asked = recoveries.challenge(key);
        assertThat(asked).startsWith(Recovery.PURPOSE + key);
        String signature = sign(ada, asked);
        assertRefused("password-length", () -> recoveries.recover(key, signature, "short"));
        assertThat(recoveries
                        .recover(key, signature, "five other words make two")
                        .visitor())
                .isEqualTo(kestrel);
        assertThat(sessions.visitor(session)).isEmpty();
        assertRefused("wrong-sign-in", () -> membership.in("Kestrel"));
        assertThat(membership.in("Kestrel", "five other words make two", null).visitor())
                .isEqualTo(kestrel);
        assertRefused("not-signed", () -> recoveries.recover(key, signature, PASSWORD));
        assertThat(recoveries
                        .recover(key, sign(ada, recoveries.challenge(key)), PASSWORD)
                        .visitor())
                .isEqualTo(kestrel);
    }

    @Test
    void strangers_who_guess_do_not_keep_out_whoever_has_the_words() throws Exception {
        KeyPair ada = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = Desk.text(Arrays.copyOfRange(ada.getPublic().getEncoded(), 12, 44));
        Member kestrel = reception.join(desk.credentialOf("first", key, MEDICINE, EPOCH), "Kestrel", PASSWORD);
        for (int guess = 0; guess < 5; guess++) {
            assertRefused("wrong-sign-in", () -> membership.in("Kestrel", "a wrong password", null));
        }
        assertRefused("too-many-tries", () -> membership.in("Kestrel"));
        Entry.In in = recoveries.recover(key, sign(ada, recoveries.challenge(key)), PASSWORD);
        assertThat(sessions.visitor(in.session())).contains(kestrel);
        assertThat(membership.in("Kestrel", PASSWORD, in.device()).visitor()).isEqualTo(kestrel);
    }

    @Test
    void whoever_has_not_the_words_recovers_nothing() throws Exception {
        KeyPair ada = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String key = Desk.text(Arrays.copyOfRange(ada.getPublic().getEncoded(), 12, 44));
        reception.join(desk.credentialOf("first", key, MEDICINE, EPOCH), "Kestrel", PASSWORD);
        KeyPair another = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String asked = recoveries.challenge(key);
        for (String wrong : Arrays.asList(null, "", "#", sign(another, asked), sign(ada, asked + "1"))) {
            assertRefused("not-signed", () -> recoveries.recover(key, wrong, "five other words make two"));
        }
        for (String nobody : Arrays.asList(null, "", key + "A")) {
            assertRefused("no-such-member", () -> recoveries.challenge(nobody));
            assertRefused("no-such-member", () -> recoveries.recover(nobody, sign(ada, asked), PASSWORD));
        }
        assertThat(signedIn("Kestrel")).isInstanceOf(Member.class);
    }

    private static String sign(KeyPair key, String asked) throws GeneralSecurityException {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(key.getPrivate());
        ed25519.update(asked.getBytes(StandardCharsets.UTF_8));
        return Desk.text(ed25519.sign());
    }

    private Visitor signedIn(String name) {
        return sessions.visitor(membership.in(name).session()).orElseThrow();
    }

    @Test
    void the_same_message_signed_twice_is_spent_once() {
        reception.join(credential("a", EPOCH), "Kestrel", PASSWORD);
        assertThat(credential("a", EPOCH)).isNotEqualTo(credential("a", EPOCH));
        assertRefused("credential-spent", () -> reception.join(credential("a", EPOCH), "Sparrow", PASSWORD));
    }

    @Test
    void a_desk_that_shows_other_keys_than_before_makes_no_member() {
        String credential = credential("a", EPOCH);
        assertThat(reception.directory()).isEqualTo(desk.directory());
        String later = desk.credential("b", MEDICINE, EPOCH.plusDays(Credential.EPOCH_DAYS));
        assertThat(reception.directory()).hasSize(2).isEqualTo(desk.directory());

        desk.showAnother();

        assertRefused("keys-changed", () -> reception.directory());
        assertRefused("keys-changed", () -> reception.join(credential, "Kestrel", PASSWORD));
        assertRefused("keys-changed", () -> reception.join(later, "Kestrel", PASSWORD));
    }

    @Test
    void a_credential_of_another_epoch_is_refused() {
        clock.pass(Duration.ofDays(5));
        String late = credential("b", EPOCH.minusDays(Credential.EPOCH_DAYS));
        String early = credential("c", EPOCH.plusDays(Credential.EPOCH_DAYS));
        assertRefused("credential-expired", () -> reception.join(late, "Kestrel", PASSWORD));
        assertRefused("credential-expired", () -> reception.join(early, "Kestrel", PASSWORD));
    }

    @Test
    void whoever_waited_into_the_next_epoch_still_joins() {
        String waited = credential("a", EPOCH.minusDays(Credential.EPOCH_DAYS));
        assertThat(reception.join(waited, "Kestrel", PASSWORD).name()).isEqualTo("Kestrel");
    }

    @Test
    void names_that_look_alike_are_the_same_name() {
        reception.join(credential("a", EPOCH), "Oil-lamp", PASSWORD);
        assertRefused("pseudonym-taken", () -> reception.join(credential("b", EPOCH), "0I1.Lamp", PASSWORD));
        assertRefused("pseudonym-form", () -> reception.join(credential("b", EPOCH), "\u041Eil-lamp", PASSWORD));
        assertRefused("pseudonym-form", () -> reception.join(credential("b", EPOCH), "ab", PASSWORD));
    }

    @Test
    void a_refused_pseudonym_does_not_spend_the_credential() {
        String credential = credential("a", EPOCH);
        assertRefused("pseudonym-form", () -> reception.join(credential, "-", PASSWORD));
        assertRefused("password-length", () -> reception.join(credential, "Kestrel", "too short"));
        assertThat(reception.join(credential, "Kestrel", PASSWORD).name()).isEqualTo("Kestrel");
    }

    @Test
    void a_password_does_not_hold_the_name_that_everyone_reads() {
        String credential = credential("a", EPOCH);
        for (String password : List.of("kestrel.one", "KESTREL.ONE", "my kestrel.one flies", "\uFF4Bestrel.one")) {
            assertRefused("password-holds-name", () -> reception.join(credential, "Kestrel.One", password));
        }
        assertRefused("password-holds-name", () -> reception.addOperator("Porter", "the porter waits"));
        assertThat(reception.join(credential, "Kestrel.One", PASSWORD).name()).isEqualTo("Kestrel.One");
    }

    @Test
    void a_credential_that_is_shown_twice_at_once_makes_one_member() throws Exception {
        String credential = credential("a", EPOCH);
        AtomicInteger names = new AtomicInteger();
        List<String> refused =
                AtOnce.refusals(8, () -> reception.join(credential, "kestrel-" + names.incrementAndGet(), PASSWORD));
        assertThat(refused).hasSize(7).containsOnly("credential-spent");
    }

    @Test
    void operators_and_analysts_are_not_members() {
        assertThat(reception.hasOperator()).isFalse();
        Operator operator = reception.addOperator("Porter", PASSWORD);
        Analyst analyst = reception.addAnalyst("Reader", PASSWORD, "county-health");
        assertThat(reception.hasOperator()).isTrue();
        assertThat(sessions.visitor(membership.in("Porter").session())).contains(operator);
        assertThat(sessions.visitor(membership.in("Reader").session())).contains(analyst);
        assertRefused("client-name", () -> reception.addAnalyst("Reader2", PASSWORD, " "));
    }

    private String credential(String seed, LocalDate epoch) {
        return desk.credential(seed, MEDICINE, epoch);
    }

    private static String keyOf(String credential) {
        return credential.split("\\.", -1)[1];
    }
}
