package org.curbside.verification.fsmb;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.spi.verification.remote.RemoteSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The MED API of the Federation of State Medical Boards, which has the licences and the orders of all its boards: a search
 * by name and number, then the physician's profile. Any order goes to a person, and so does every code that is not known,
 * for codes are added without warning. Whoever is not found may only write the name in another way.
 */
@Component(configurationPid = "org.curbside.verification.fsmb", configurationPolicy = ConfigurationPolicy.REQUIRE)
@RegistryId(id = "fsmb")
public final class FsmbRegistry implements LicenseRegistry {

    private static final String COUNTRY = "US";
    private static final int NOT_FOUND = 404;
    private static final String FEDERATION_ID = "[0-9]{9}";
    private static final Judgement NOBODY =
            new Judgement(Verdict.INDETERMINATE, "The federation of the boards finds nobody of this name and number.");

    private final RemoteSource source;
    private final Access access;
    private final Clock clock;

    /** The settings in {@code etc/org.curbside.verification.fsmb.cfg}; the federation gives the client's id and secret. */
    public @interface Settings {

        /** Where the API is. */
        String url() default "https://services-med.fsmb.org";

        /** The setting {@code client.id}. */
        String client_id();

        /** The setting {@code .client.secret}; what begins with a dot is shown with no service. */
        String _client_secret();
    }

    /** Asks nobody yet. */
    @Activate
    public FsmbRegistry(Settings settings) {
        this(settings.url(), settings.client_id(), settings._client_secret(), Clock.systemUTC());
    }

    FsmbRegistry(String url, String client, String secret, Clock clock) {
        if (client.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("The client's id and secret are missing in the configuration.");
        }
        this.source = RemoteSource.at(url.strip().replaceFirst("/$", ""));
        this.access = new Access(source, client, secret);
        this.clock = clock;
    }

    @Deactivate
    void close() {
        source.close();
    }

    @Override
    public boolean covers(Claim claim) {
        return claim.country().equals(COUNTRY)
                && Npi.isValid(claim.npi())
                && !claim.givenName().isBlank()
                && !claim.familyName().isBlank();
    }

    @Override
    public Coverage coverage() {
        return Coverage.objections(COUNTRY, Coverage.FoundBy.PERSON);
    }

    @Override
    public Finding find(Claim claim) throws RegistryUnavailable {
        Access.Visit visit = access.visit();
        Optional<JsonNode> found = found(visit.get("/v2/practitioners/search", query(claim)));
        if (found.isEmpty()) {
            return finding(NOBODY, "not found", today());
        }
        String fid = found.get().path("fid").asText();
        if (!fid.matches(FEDERATION_ID)) {
            throw Access.unknown();
        }
        JsonNode profile = found(visit.get("/v2/practitioners/" + fid + "/pdcprofile", Map.of()))
                .filter(answer -> answer.path("fid").asText().equals(fid))
                .orElseThrow(Access::unknown);
        Profile read = Profile.read(profile);
        return finding(
                read.judge(claim, today()), read.evidence(), read.reported().orElse(today()));
    }

    private static Map<String, String> query(Claim claim) {
        Map<String, String> query = new HashMap<>();
        query.put("firstName", claim.givenName());
        query.put("lastName", claim.familyName());
        query.put("npi", claim.npi());
        return query;
    }

    private static Optional<JsonNode> found(Access.Said said) throws RegistryUnavailable {
        if (said.status() == NOT_FOUND && said.json().isObject()) {
            return Optional.empty();
        }
        if (said.status() != 200 || !said.json().isObject()) {
            throw Access.unknown();
        }
        return Optional.of(said.json());
    }

    private static Finding finding(Judgement judgement, String evidence, LocalDate asOf) {
        return new Finding(judgement, evidence, asOf, Optional.empty(), List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
