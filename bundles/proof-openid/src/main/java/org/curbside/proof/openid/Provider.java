package org.curbside.proof.openid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.spi.verification.ProofUnavailable;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.remote.Answer;
import org.curbside.spi.verification.remote.Inquiry;
import org.curbside.spi.verification.remote.RemoteSource;

/** A partner's OpenID provider. Its addresses are asked of itself (OpenID Connect Discovery 1.0). */
final class Provider implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final Map<String, String> AS_JSON = Map.of("Accept", "application/json");
    private static final String CONFIGURATION = "/.well-known/openid-configuration";

    private final String issuer;
    private final String client;
    private final String secret;
    private final Map<String, RemoteSource> sources = new ConcurrentHashMap<>();

    /**
     * Asks nobody yet.
     *
     * @param secret of the client; empty if it has none
     * @throws IllegalArgumentException if the issuer is neither https nor of this machine
     */
    Provider(String issuer, String client, String secret) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        source(issuer.replaceFirst("/$", ""));
    }

    /** Where it does what. */
    record Endpoints(String authorization, String token, String keys) {}

    /** What was exchanged for a code. */
    record Exchanged(String idToken, JWKSet keys) {}

    /** Its name, as it writes it in tokens. */
    String issuer() {
        return issuer;
    }

    /** The name that it knows us by. */
    String client() {
        return client;
    }

    /** Where it does what at present. */
    Endpoints endpoints() throws ProofUnavailable {
        try {
            Answer answer = source(issuer.replaceFirst("/$", "")).inquire().get(CONFIGURATION, Map.of(), AS_JSON);
            JsonNode found = read(answer);
            if (!answer.isGood() || !found.path("issuer").asText().equals(issuer)) {
                throw unknown("its configuration is not of the issuer that is configured here");
            }
            return new Endpoints(
                    address(found, "authorization_endpoint"),
                    address(found, "token_endpoint"),
                    address(found, "jwks_uri"));
        } catch (RegistryUnavailable e) {
            throw unavailable(e);
        }
    }

    private static String address(JsonNode found, String name) throws ProofUnavailable {
        String address = found.path(name).asText();
        if (address.isEmpty()) {
            throw unknown("its configuration has no " + name);
        }
        return address;
    }

    /** Exchanges a code for a token, within nine seconds; empty if it is no code of ours. */
    Optional<Exchanged> exchange(Endpoints endpoints, String code, String verifier, String returnUrl)
            throws ProofUnavailable {
        try {
            Inquiry token = source(endpoints.token()).inquire();
            Inquiry keys = source(endpoints.keys()).inquire();
            Answer answer = token.post("", form(code, verifier, returnUrl), headers());
            if (!answer.isGood()) {
                return refused(read(answer));
            }
            String idToken = read(answer).path("id_token").asText();
            return Optional.of(new Exchanged(
                    idToken, JWKSet.parse(keys.get("", Map.of(), AS_JSON).body())));
        } catch (RegistryUnavailable e) {
            throw unavailable(e);
        } catch (ParseException e) {
            throw unknown("its keys cannot be read");
        }
    }

    /** A code that is wrong, used or too old is the claimant's affair; all else is the operator's. */
    private static Optional<Exchanged> refused(JsonNode answer) throws ProofUnavailable {
        if (answer.path("error").asText().equals("invalid_grant")) {
            return Optional.empty();
        }
        throw unknown("it gives no token to the client that is configured here");
    }

    private String form(String code, String verifier, String returnUrl) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", returnUrl,
                "code_verifier", verifier));
        if (secret.isEmpty()) {
            form.put("client_id", client);
        }
        return Inquiry.form(form);
    }

    /** RFC 6749, section 2.3.1. */
    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(AS_JSON);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        if (!secret.isEmpty()) {
            String both = encoded(client) + ":" + encoded(secret);
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode read(Answer answer) throws ProofUnavailable {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw unknown("it answers with something that is no JSON");
        }
    }

    private RemoteSource source(String url) {
        return sources.computeIfAbsent(url, RemoteSource::at);
    }

    private static ProofUnavailable unknown(String why) {
        return new ProofUnavailable("The partner cannot be asked: " + why + ".");
    }

    private static ProofUnavailable unavailable(RegistryUnavailable e) {
        return new ProofUnavailable("The partner cannot be asked just now. " + e.getMessage());
    }

    @Override
    public void close() {
        sources.values().forEach(RemoteSource::close);
    }
}
