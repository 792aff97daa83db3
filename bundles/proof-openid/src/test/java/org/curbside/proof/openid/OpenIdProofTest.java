package org.curbside.proof.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;
import org.curbside.testkit.standin.Asked;
import org.curbside.testkit.standin.Fault;
import org.curbside.testkit.standin.Reply;
import org.curbside.testkit.standin.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs in with a real provider, as a browser does. */
class OpenIdProofTest {

    private static final String NPI = "2900000011";
    private static final String OWN = "{\"npi\":\"" + NPI + "\"}";

    private final Association association = new Association();
    private final Provider provider = new Provider(association.issuer(), Association.CLIENT, "a secret: of +ours");
    private final OpenIdProof proof = proof(provider, Clock.systemUTC());

    @AfterEach
    void close() {
        proof.close();
        association.close();
    }

    @Test
    void whoever_signs_in_and_has_the_number_has_shown_possession() throws Exception {
        URI address = start("a");
        assertThat(Association.parameters(address.getRawQuery()))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Association.CLIENT)
                .containsEntry("redirect_uri", Association.RETURN)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("prompt", "login");
        assertThat(proof.check(attempt("a"), association.signIn(address, OWN))).isTrue();
    }

    @Test
    void it_does_not_matter_whether_it_was_restarted_meanwhile_or_the_client_has_no_secret() throws Exception {
        Map<String, String> answer = association.signIn(start("a"), "{\"npi\":" + NPI + "}");
        OpenIdProof later = proof(new Provider(association.issuer(), Association.CLIENT, ""), Clock.systemUTC());
        assertThat(later.check(attempt("a"), answer)).isTrue();
        later.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"npi\":\"2900000029\"}", "{}", "{\"npi\":\"\"}", "{\"npi\":[\"2900000011\"]}"})
    void whoever_has_another_number_there_or_none_is_refused(String claims) throws Exception {
        Map<String, String> answer = association.signIn(start("a"), claims);
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> proof.check(attempt("a"), answer))
                .withMessageNotContaining("29000000");
    }

    @Test
    void what_was_brought_for_one_attempt_shows_nothing_in_another() throws Exception {
        Map<String, String> answer = association.signIn(start("a"), OWN);
        assertThat(proof.check(attempt("b"), answer)).isFalse();
        Map<String, String> stolen = new HashMap<>(answer);
        stolen.put("state", new Handshake(secret("b")).state());
        assertThat(proof.check(attempt("b"), stolen)).isFalse();
    }

    @Test
    void it_is_taken_once_and_only_from_the_issuer_that_was_gone_to() throws Exception {
        Map<String, String> answer = association.signIn(start("a"), OWN);
        answer.put("iss", "https://another.example");
        assertThat(proof.check(attempt("a"), answer)).isFalse();
        answer.put("iss", association.issuer());
        assertThat(proof.check(attempt("a"), answer)).isTrue();
        assertThat(proof.check(attempt("a"), answer)).isFalse();
    }

    @Test
    void whoever_is_not_signed_in_there_is_told() {
        Map<String, String> denied = Map.of("error", "access_denied", "state", new Handshake(secret("a")).state());
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> proof.check(attempt("a"), denied))
                .withMessageContaining("You were not signed in there.");
    }

    @Test
    void a_token_that_is_too_old_shows_nothing() throws Exception {
        Map<String, String> answer = association.signIn(start("a"), OWN);
        OpenIdProof later = proof(provider, Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        assertThat(later.check(attempt("a"), answer)).isFalse();
    }

    @Test
    void a_provider_that_says_it_is_another_is_not_gone_to() {
        String other = association.issuer().replaceFirst("/board$", "/other/");
        assertThatExceptionOfType(ProofUnavailable.class)
                .isThrownBy(() -> proof(new Provider(other, Association.CLIENT, ""), Clock.systemUTC())
                        .start(attempt("a")))
                .withMessageContaining("not of the issuer that is configured here");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "DRIPS", "IS_SILENT"})
    void a_provider_that_fails_is_away(Fault fault) {
        try (Silly silly = new Silly()) {
            silly.misbehave(fault);
            OpenIdProof failing = proof(new Provider(silly.url(), Association.CLIENT, ""), Clock.systemUTC());
            assertThatExceptionOfType(ProofUnavailable.class).isThrownBy(() -> failing.start(attempt("a")));
            failing.close();
        }
    }

    @Test
    void what_is_configured_wrongly_says_so() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Provider("http://board.example", "c", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proof(new Provider(association.issuer(), " ", ""), Clock.systemUTC()))
                .withMessageContaining("'client.id'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenIdProof.Terms("", Association.RETURN, "npi", "openid", "US"))
                .withMessageContaining("'name'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenIdProof.Terms("Board", "https://desk.example/", "npi", "openid", "US"))
                .withMessageContaining("'return.url'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenIdProof.Terms("Board", Association.RETURN, "npi", "profile", "US"))
                .withMessageContaining("'scope'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenIdProof.Terms("Board", Association.RETURN, "npi", "openid", "us"))
                .withMessageContaining("'country'");
    }

    @Test
    void a_number_of_another_country_that_is_written_alike_is_somebody_elses() {
        Claim french = new Claim("Jane", "Doe", NPI, "", "", "FR");
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(() -> proof.start(new Attempt(french, "", "23456789", secret("a"))))
                .withMessageContaining("of another country");
    }

    private URI start(String letter) throws ProofRefused, ProofUnavailable {
        return proof.start(attempt(letter)).orElseThrow();
    }

    private static Attempt attempt(String letter) {
        return new Attempt(new Claim("Jane", "Doe", NPI, "", ""), "", "23456789", secret(letter));
    }

    private static String secret(String letter) {
        return letter.repeat(43);
    }

    private static OpenIdProof proof(Provider provider, Clock clock) {
        return new OpenIdProof(
                provider, new OpenIdProof.Terms("Our Board", Association.RETURN, "npi", "openid profile", "US"), clock);
    }

    /** Would describe itself if it did not misbehave. */
    private static final class Silly extends StandIn {

        @Override
        protected Reply reply(Asked asked) {
            return new Reply(200, "application/json", "{\"issuer\":\"" + url() + "\"}", "");
        }
    }
}
