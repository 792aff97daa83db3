package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.membership.internal.Membership.PASSWORD;
import static org.curbside.membership.internal.Membership.assertRefused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.util.encoders.Base32;
import org.curbside.api.membership.Authenticator;
import org.curbside.api.membership.Entry;
import org.curbside.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorAppsTest {

    private final Membership membership = new Membership();
    private final MovableClock clock = membership.clock;
    private final Sessions sessions = membership.sessions;
    private final AuthenticatorApps apps = membership.authenticators;
    private String session;

    @BeforeEach
    void open() {
        membership.reception.addOperator("Porter", PASSWORD);
        session = membership.in("Porter").session();
    }

    /** RFC 6238, appendix B, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_rfc(long seconds, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, seconds / 30, 8)).isEqualTo(code);
        assertThat(Totp.step(secret, code.substring(2), Instant.ofEpochSecond(seconds)))
                .hasValue(seconds / 30);
    }

    @Test
    void a_code_holds_one_step_before_and_after() {
        byte[] secret = new byte[20];
        Instant now = Instant.parse("2026-02-03T04:05:06Z");
        String code = Totp.code(secret, now.getEpochSecond() / 30, 6);
        for (int seconds : new int[] {-30, 0, 30}) {
            assertThat(Totp.step(secret, code, now.plusSeconds(seconds))).isPresent();
        }
        for (int seconds : new int[] {-60, 60}) {
            assertThat(Totp.step(secret, code, now.plusSeconds(seconds))).isEmpty();
        }
    }

    @Test
    void an_app_is_used_once_a_code_of_its_secret_was_shown() {
        Authenticator.Offer offer = apps.offer(session);
        assertThat(offer.uri())
                .isEqualTo("otpauth://totp/Curbside:Porter?secret=" + offer.secret() + "&issuer=Curbside");
        assertThat(apps.offered(session)).isEqualTo(offer);
        assertThat(membership.in("Porter")).as("nothing has changed yet").isNotNull();
        assertRefused("wrong-code", () -> apps.use(session, "000000"));

        assertThat(apps.use(session, code(offer.secret()))).hasSize(10);

        assertThat(sessions.signIn("Porter", PASSWORD, null)).isInstanceOf(Entry.CodeNeeded.class);
        assertThat(membership.confirmations.access(session).authenticator()).isTrue();
        assertRefused("no-secret-offered", () -> apps.offered(session));
    }

    @Test
    void whoever_lacks_the_password_is_not_told_that_there_is_a_second_step() {
        enrol();
        assertRefused("wrong-sign-in", () -> sessions.signIn("Porter", "a wrong password", null));
    }

    @Test
    void a_code_is_taken_once() {
        String secret = enrol();
        String code = code(secret);
        assertRefused("wrong-code", () -> sessions.enter(ticket(), code, null));
        clock.pass(Duration.ofSeconds(30));
        String next = code(secret);
        assertThat(sessions.visitor(sessions.enter(ticket(), next, null).session()))
                .isPresent();
        assertRefused("wrong-code", () -> sessions.enter(ticket(), next, null));
        assertRefused("wrong-code", () -> sessions.enter(ticket(), code, null));
    }

    @Test
    void a_ticket_is_good_once_for_three_codes_and_five_minutes() {
        String secret = enrol();
        clock.pass(Duration.ofSeconds(30));
        String used = ticket();
        sessions.enter(used, code(secret), null);
        clock.pass(Duration.ofSeconds(30));
        assertRefused("sign-in-again", () -> sessions.enter(used, code(secret), null));
        String tried = ticket();
        for (int i = 0; i < 3; i++) {
            assertRefused("wrong-code", () -> sessions.enter(tried, "000000", null));
        }
        assertRefused("sign-in-again", () -> sessions.enter(tried, code(secret), null));
        String late = ticket();
        clock.pass(Duration.ofMinutes(5));
        assertRefused("sign-in-again", () -> sessions.enter(late, code(secret), null));
        assertRefused("sign-in-again", () -> sessions.enter(null, code(secret), null));
    }

    @Test
    void whoever_knows_the_password_has_no_more_guesses_at_the_code() {
        enrol();
        for (int i = 0; i < 5; i++) {
            String ticket = ticket();
            assertRefused("wrong-code", () -> sessions.enter(ticket, "000000", null));
        }
        assertRefused("too-many-tries", this::ticket);
    }

    @Test
    void a_recovery_code_stands_in_once_and_is_kept_as_a_digest_only() throws Exception {
        List<String> codes = apps.use(session, code(apps.offer(session).secret()));
        assertThat(new HashSet<>(codes)).hasSize(10).allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(membership.everythingKept()).doesNotContain(codes.get(0), Codes.plain(codes.get(0)));

        String typed = " " + codes.get(3).toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(sessions.visitor(sessions.enter(ticket(), typed, null).session()))
                .isPresent();

        assertRefused("wrong-code", () -> sessions.enter(ticket(), codes.get(3), null));
        assertThat(membership.confirmations.access(session).recoveryCodes()).isEqualTo(9);
    }

    @Test
    void fresh_recovery_codes_replace_those_before() {
        assertRefused("no-authenticator", () -> apps.renewRecoveryCodes(session));
        List<String> before = apps.use(session, code(apps.offer(session).secret()));
        List<String> fresh = apps.renewRecoveryCodes(session);
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(before);
        assertRefused("wrong-code", () -> sessions.enter(ticket(), before.get(0), null));
        assertThat(sessions.enter(ticket(), fresh.get(0), null)).isNotNull();
    }

    @Test
    void a_code_confirms_and_is_taken_once_there_too() {
        String secret = enrol();
        clock.pass(Duration.ofMinutes(10));
        String code = code(secret);
        assertRefused("wrong-code", () -> membership.confirmations.confirm(session, "", "000000"));
        membership.confirmations.confirm(session, "", code);
        membership.confirmations.require(session);
        assertRefused("wrong-code", () -> membership.confirmations.confirm(session, null, code));
    }

    @Test
    void once_it_is_stopped_no_code_is_asked_for_or_taken() {
        List<String> codes = apps.use(session, code(apps.offer(session).secret()));
        String ticket = ticket();
        apps.stop(session);
        assertRefused("wrong-code", () -> sessions.enter(ticket, codes.get(0), null));
        assertThat(membership.in("Porter").session()).isNotEmpty();
        assertThat(membership.confirmations.access(session).recoveryCodes()).isZero();
    }

    private String enrol() {
        String secret = apps.offer(session).secret();
        apps.use(session, code(secret));
        return secret;
    }

    private String code(String secret) {
        return Totp.code(Base32.decode(secret), clock.instant().getEpochSecond() / 30, 6);
    }

    private String ticket() {
        return ((Entry.CodeNeeded) sessions.signIn("Porter", PASSWORD, null)).ticket();
    }
}
