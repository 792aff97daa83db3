package org.curbside.proof.openid;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofId;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;
import org.curbside.spi.verification.remote.Inquiry;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Signing in with a partner, such as a medical association, that knows its members' numbers: OpenID Connect Core 1.0, the
 * authorization code flow with PKCE. The number in the partner's signed token has to be the one that is claimed.
 */
@Component(configurationPid = "org.curbside.proof.openid", configurationPolicy = ConfigurationPolicy.REQUIRE)
@ProofId(id = "openid")
public final class OpenIdProof implements PossessionProof {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,40}");

    private final Provider provider;
    private final Terms terms;
    private final Clock clock;
    private volatile Provider.@Nullable Endpoints endpoints;

    /** The settings in {@code etc/org.curbside.proof.openid.cfg}. */
    public @interface Settings {

        /** The partner's issuer, as its tokens write it. */
        String issuer() default "";

        /** What the partner is called; at most 40 characters. */
        String name() default "";

        /** The setting {@code client.id}: what the partner calls us. */
        String client_id() default "";

        /** The setting {@code .client.secret}; empty for a client that has none. What begins with a dot is shown with no service. */
        String _client_secret() default "";

        /** The setting {@code return.url}: the desk's own page, as it is registered with the partner. */
        String return_url() default "";

        /** The claim of the token that has the physician's number in the national register. */
        String claim() default "npi";

        /** What is asked for. */
        String scope() default "openid";

        /** Of whose national register the numbers are, in two capital letters. */
        String country() default Claim.DEFAULT_COUNTRY;
    }

    /**
     * What was agreed with the partner.
     *
     * @param name of the partner
     * @param returnUrl where claimants come back to
     * @param claim of the token that has the number
     * @param country of whose national register the number is; one of another may be written alike
     */
    record Terms(String name, String returnUrl, String claim, String scope, String country) {

        Terms {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "The setting 'name' says what the partner is called, in 40 characters.");
            }
            if (!returnUrl.matches("https?://[^\\s]+/verify/proof/openid")) {
                throw new IllegalArgumentException(
                        "The setting 'return.url' is https://HOST/verify/proof/openid, as it is registered with the partner.");
            }
            if (!country.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("The setting 'country' has two capital letters, such as US.");
            }
            if (claim.isBlank() || !scope.matches("(.* )?openid( .*)?")) {
                throw new IllegalArgumentException("The setting 'claim' names a claim, and 'scope' has openid in it.");
            }
        }
    }

    /** Asks nobody yet. */
    @Activate
    public OpenIdProof(Settings settings) {
        this(
                new Provider(settings.issuer().strip(), settings.client_id().strip(), settings._client_secret()),
                new Terms(
                        settings.name().strip(),
                        settings.return_url().strip(),
                        settings.claim(),
                        settings.scope(),
                        settings.country()),
                Clock.systemUTC());
    }

    OpenIdProof(Provider provider, Terms terms, Clock clock) {
        if (provider.client().isBlank()) {
            throw new IllegalArgumentException("The setting 'client.id' is what the partner calls us.");
        }
        this.provider = provider;
        this.terms = terms;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        provider.close();
    }

    @Override
    public ProofOffer offer() {
        return new ProofOffer(
                "Sign in with " + terms.name(),
                "You go to " + terms.name()
                        + ", which knows whose number you have claimed, and come back. They learn that"
                        + " you verify a licence here; they do not learn your pseudonym.");
    }

    @Override
    public Optional<URI> start(Attempt attempt) throws ProofRefused, ProofUnavailable {
        if (!attempt.claim().country().equals(terms.country())) {
            throw new ProofRefused("They know the numbers of another country. Choose another way.");
        }
        Provider.Endpoints found = provider.endpoints();
        endpoints = found;
        Handshake handshake = new Handshake(attempt.secret());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.client());
        query.put("redirect_uri", terms.returnUrl());
        query.put("scope", terms.scope());
        query.put("state", handshake.state());
        query.put("nonce", handshake.nonce());
        query.put("code_challenge", handshake.challenge());
        query.put("code_challenge_method", "S256");
        query.put("prompt", "login");
        String separator = found.authorization().contains("?") ? "&" : "?";
        return Optional.of(URI.create(found.authorization() + separator + Inquiry.form(query)));
    }

    @Override
    public boolean check(Attempt attempt, Map<String, String> answer) throws ProofRefused, ProofUnavailable {
        Handshake handshake = new Handshake(attempt.secret());
        boolean ours = handshake.isState(answer.getOrDefault("state", ""))
                && answer.getOrDefault("iss", provider.issuer()).equals(provider.issuer());
        if (!ours) {
            return false;
        }
        if (answer.containsKey("error")) {
            throw new ProofRefused("You were not signed in there. Begin it again, or choose another way.");
        }
        Provider.Endpoints found = endpoints;
        Optional<IdToken> token = provider.exchange(
                        found == null ? provider.endpoints() : found,
                        answer.getOrDefault("code", ""),
                        handshake.verifier(),
                        terms.returnUrl())
                .flatMap(exchanged -> IdToken.read(
                        exchanged.idToken(),
                        exchanged.keys(),
                        provider.issuer(),
                        provider.client(),
                        handshake.nonce(),
                        clock));
        return token.isPresent() && isOf(token.get(), attempt.claim().npi());
    }

    private boolean isOf(IdToken token, String number) throws ProofRefused {
        String known = token.says(terms.claim()).orElse("");
        if (known.isEmpty()) {
            throw new ProofRefused("They know no number of yours in the national register. Choose another way.");
        }
        if (!known.equals(number)) {
            throw new ProofRefused(
                    "They know you under another number than the one that you claimed. Choose another way.");
        }
        return true;
    }
}
