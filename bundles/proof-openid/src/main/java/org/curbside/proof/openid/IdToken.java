package org.curbside.proof.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** Reads a provider's ID token as OpenID Connect Core 1.0, section 3.1.3.7, asks for it. */
final class IdToken {

    private static final int SKEW_SECONDS = 60;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final JWTClaimsSet claims;

    private IdToken(JWTClaimsSet claims) {
        this.claims = claims;
    }

    /**
     * What was signed.
     *
     * @return empty if it was signed by somebody else, for somebody else, for another sign-in, or is out of date
     */
    static Optional<IdToken> read(String token, JWKSet keys, String issuer, String client, String nonce, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        JWTClaimsSet exact =
                new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build();
        Rules rules = new Rules(client, exact, clock);
        rules.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(rules);
        try {
            return Optional.of(new IdToken(processor.process(token, null)))
                    .filter(read -> read.isFor(client) && read.isIssuedBefore(clock.instant()));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** One that is for several says for whom it was made. */
    private boolean isFor(String client) {
        Object party = claims.getClaim("azp");
        return party == null ? claims.getAudience().size() == 1 : party.equals(client);
    }

    private boolean isIssuedBefore(Instant now) {
        Date issued = claims.getIssueTime();
        return issued != null && !issued.toInstant().isAfter(now.plusSeconds(SKEW_SECONDS));
    }

    /** What it says under that name; empty if that is neither a text nor a number. */
    Optional<String> says(String name) {
        Object value = claims.getClaim(name);
        return value instanceof String || value instanceof Long || value instanceof Integer
                ? Optional.of(("" + value).strip())
                : Optional.empty();
    }

    /** With a clock of its own. */
    private static final class Rules extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Rules(String audience, JWTClaimsSet exact, Clock clock) {
            super(audience, exact, Set.of("sub", "iat", "exp"));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
