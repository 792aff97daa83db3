package org.curbside.verification.nppes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.standin.NppesStandIn;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** An answer of the real Read API, where it is at hand, given by the stand-in one result at a time. */
class PublishedAnswerTest {

    private static final String SAMPLE = "data/nppes/nppes_api_v2.1_response.json";

    @Test
    void every_result_is_read_and_physicians_are_told_from_the_rest() throws IOException, RegistryUnavailable {
        Optional<Path> sample = shared();
        Assumptions.assumeTrue(sample.isPresent(), "Skipped: there is no ../shared/" + SAMPLE);
        JsonNode results = new ObjectMapper()
                .readTree(Files.readString(sample.orElseThrow()))
                .get("results");
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        try (NppesStandIn source = new NppesStandIn(0)) {
            NppesReadApi registry = new NppesReadApi(
                    source.url() + "/api/", Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC));
            for (JsonNode result : results) {
                String npi = result.get("number").asText();
                source.answer(npi, NppesStandIn.results("" + result));
                JsonNode basic = result.get("basic");
                Claim own = new Claim(
                        basic.get("first_name").asText(), basic.get("last_name").asText(), npi, "", "");
                verdicts.merge(registry.find(own).judgement().verdict(), 1, Integer::sum);
                Claim other = new Claim("Zebulon", "Quackenbush", npi, "", "");
                assertThat(registry.find(other).judgement().verdict()).isNotEqualTo(Verdict.ACTIVE);
            }
            registry.close();
        }
        assertThat(verdicts).isEqualTo(Map.of(Verdict.ACTIVE, 22, Verdict.INACTIVE, 176, Verdict.INDETERMINATE, 2));
    }

    private static Optional<Path> shared() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(SAMPLE))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
