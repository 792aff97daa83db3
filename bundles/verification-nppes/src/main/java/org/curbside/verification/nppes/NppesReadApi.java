package org.curbside.verification.nppes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.curbside.spi.verification.remote.Answer;
import org.curbside.spi.verification.remote.RemoteSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The Read API of NPPES, version 2.1, asked for one number. It shows every number that is in service, as of today, and so
 * catches one that was deactivated after the monthly file; whoever is not in that, or has none, is verified by it alone.
 * Errors come with the status 200. Asked only once it is configured,
 * for whoever runs the registry then learns which numbers are verified here.
 */
@Component(configurationPid = "org.curbside.verification.nppes", configurationPolicy = ConfigurationPolicy.REQUIRE)
@RegistryId(id = "nppes-api")
public final class NppesReadApi implements LicenseRegistry {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final String COUNTRY = "US";
    private static final String IN_SERVICE = "A";

    private final RemoteSource source;
    private final Clock clock;
    private final NppesRegistry file = new NppesRegistry();

    /** The settings in {@code etc/org.curbside.verification.nppes.cfg}. */
    public @interface Settings {

        /** Where the API is. */
        String url() default "https://npiregistry.cms.hhs.gov/api/";
    }

    /** Asks nobody yet. */
    @Activate
    public NppesReadApi(Settings settings) {
        this(settings.url(), Clock.systemUTC());
    }

    NppesReadApi(String url, Clock clock) {
        this.source = RemoteSource.at(url);
        this.clock = clock;
    }

    @Deactivate
    void close() {
        source.close();
    }

    @Override
    public boolean covers(Claim claim) {
        return claim.country().equals(COUNTRY) && Npi.isValid(claim.npi());
    }

    @Override
    public Coverage coverage() {
        return Coverage.national(COUNTRY);
    }

    @Override
    public Finding find(Claim claim) throws RegistryUnavailable {
        JsonNode answer = asked(claim.npi());
        if (answer.has("Errors")) {
            return refused(answer.get("Errors"), claim.npi());
        }
        JsonNode results = answer.path("results");
        if (!results.isArray() || results.size() != answer.path("result_count").asInt(-1)) {
            throw unknown();
        }
        return switch (results.size()) {
            case 0 -> bare(Verdict.INACTIVE, "The national registry shows no such number in service.", "no result");
            case 1 -> read(results.get(0), claim);
            default -> bare(
                    Verdict.INDETERMINATE,
                    "The national registry shows several providers for one number.",
                    results.size() + " results");
        };
    }

    private JsonNode asked(String npi) throws RegistryUnavailable {
        Answer answer =
                source.inquire().get("", Map.of("version", "2.1", "number", npi), Map.of("Accept", "application/json"));
        if (!answer.isGood()) {
            throw unknown();
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw unknown();
        }
    }

    /** It says so of a number that was taken out of service; every other error is about the question. */
    private Finding refused(JsonNode errors, String npi) throws RegistryUnavailable {
        String description = errors.path(0).path("description").asText();
        if (errors.size() == 1 && description.startsWith("CMS deactivated NPI " + npi)) {
            return bare(Verdict.INACTIVE, "This NPI was deactivated.", "deactivated");
        }
        throw unknown();
    }

    private Finding read(JsonNode result, Claim claim) throws RegistryUnavailable {
        RegistryEntry entry = entry(result);
        if (!entry.number().equals(claim.npi())) {
            throw unknown();
        }
        String status = ApiRow.text(result.path("basic").path("status"));
        String evidence = "status \"" + status + "\", credential \"" + entry.credential() + "\", taxonomies "
                + String.join(" ", entry.taxonomies());
        return new Finding(
                judge(entry, status, ApiRow.names(result, claim)),
                evidence,
                today(),
                entry.address(),
                entry.taxonomies(),
                entry.telephone());
    }

    private RegistryEntry entry(JsonNode result) throws RegistryUnavailable {
        Map<String, String> row = ApiRow.of(result);
        try {
            return file.read(column -> row.getOrDefault(column, ""));
        } catch (RejectedRow e) {
            throw unknown();
        }
    }

    private Judgement judge(RegistryEntry entry, String status, boolean named) {
        Judgement judgement = file.judge(entry);
        if (judgement.verdict() != Verdict.ACTIVE) {
            return judgement;
        }
        if (!status.equals(IN_SERVICE)) {
            return new Judgement(Verdict.INDETERMINATE, "The registry uses a word for its standing that is not known.");
        }
        return named
                ? judgement
                : new Judgement(Verdict.INDETERMINATE, "The registry shows another name for this NPI today.");
    }

    private Finding bare(Verdict verdict, String reason, String evidence) {
        return new Finding(new Judgement(verdict, reason), evidence, today(), Optional.empty(), List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static RegistryUnavailable unknown() {
        return new RegistryUnavailable("NPPES answered in a way that is not known of it.");
    }
}
