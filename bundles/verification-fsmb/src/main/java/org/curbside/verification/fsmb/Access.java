package org.curbside.verification.fsmb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.remote.Answer;
import org.curbside.spi.verification.remote.Inquiry;
import org.curbside.spi.verification.remote.RemoteSource;
import org.jspecify.annotations.Nullable;

/**
 * Access by OAuth 2.0 client credentials (RFC 6749, section 4.4). A token is used until shortly before its end, and one that
 * is refused is exchanged once. Credentials that are refused are not shown again for a while, so that nobody is locked out.
 */
final class Access {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int UNAUTHORIZED = 401;
    private static final String SCOPES = "med.read med.pdc_read";
    private static final int SHORTEST_SECONDS = 60;
    private static final int LONGEST_SECONDS = 3_600;
    private static final int EARLIER_SECONDS = 30;
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final RemoteSource source;
    private final String client;
    private final String secret;
    private @Nullable Token token;

    Access(RemoteSource source, String client, String secret) {
        this.source = source;
        this.client = client;
        this.secret = secret;
    }

    /** For the questions about one claim. */
    Visit visit() throws RegistryUnavailable {
        return new Visit(source.inquire());
    }

    static RegistryUnavailable unknown() {
        return new RegistryUnavailable("The federation answered in a way that is not known of it.");
    }

    private static JsonNode read(String body) throws RegistryUnavailable {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw unknown();
        }
    }

    private synchronized String token(Inquiry inquiry, String refused) throws RegistryUnavailable {
        Token present = token;
        if (present == null || present.value.equals(refused) || present.end - System.nanoTime() <= 0) {
            present = fetched(inquiry);
            token = present;
        }
        return present.value;
    }

    private Token fetched(Inquiry inquiry) throws RegistryUnavailable {
        String asked = Inquiry.form(Map.of(
                "grant_type", "client_credentials", "client_id", client, "client_secret", secret, "scope", SCOPES));
        Answer answer =
                inquiry.post("/connect/token", asked, Map.of("Content-Type", "application/x-www-form-urlencoded"));
        if (!answer.isGood()) {
            source.rest(AFTER_REFUSAL);
            throw new RegistryUnavailable("The federation refuses the credentials that are configured.");
        }
        JsonNode given = read(answer.body());
        String value = given.path("access_token").asText();
        if (!value.matches("[!-~]+") || !given.path("token_type").asText().equalsIgnoreCase("Bearer")) {
            throw unknown();
        }
        int seconds = Math.min(LONGEST_SECONDS, given.path("expires_in").asInt(SHORTEST_SECONDS));
        return new Token(value, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds - (long) EARLIER_SECONDS));
    }

    /** What the API said; the JSON may be of any kind. */
    record Said(int status, JsonNode json) {}

    private record Token(String value, long end) {}

    /** One claim's questions. */
    final class Visit {

        private final Inquiry inquiry;

        private Visit(Inquiry inquiry) {
            this.inquiry = inquiry;
        }

        /** Asks with a token; a path has nothing of a claim in it. */
        Said get(String path, Map<String, String> query) throws RegistryUnavailable {
            String first = token(inquiry, "");
            Answer answer = get(path, query, first);
            if (answer.status() == UNAUTHORIZED) {
                answer = get(path, query, token(inquiry, first));
            }
            if (answer.status() == UNAUTHORIZED) {
                source.rest(AFTER_REFUSAL);
                throw new RegistryUnavailable("The federation refuses a token that it has just given.");
            }
            return new Said(answer.status(), read(answer.body()));
        }

        private Answer get(String path, Map<String, String> query, String bearer) throws RegistryUnavailable {
            return inquiry.get(path, query, Map.of("Authorization", "Bearer " + bearer, "Accept", "application/json"));
        }
    }
}
