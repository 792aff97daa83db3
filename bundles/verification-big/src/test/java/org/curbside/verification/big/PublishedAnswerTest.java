package org.curbside.verification.big;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.standin.BigStandIn;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** An answer with the layout of the real service, where it is at hand. */
class PublishedAnswerTest {

    private static final String SAMPLE = "data/boards/nl-big/response.xml";
    private static final String NUMBER = "12345678910";

    @Test
    void a_measure_in_it_goes_to_a_person_and_without_it_the_registration_is_good()
            throws IOException, RegistryUnavailable {
        Optional<Path> sample = shared();
        Assumptions.assumeTrue(sample.isPresent(), "Skipped: there is no ../shared/" + SAMPLE);
        String xml = Files.readString(sample.orElseThrow());
        assertThat(judged(xml))
                .isEqualTo(new Judgement(
                        Verdict.INDETERMINATE, "The BIG register shows a measure, a limitation or a mention."));
        assertThat(judged(xml.replaceAll("(?s)<JudgmentProvision>.*</JudgmentProvision>", ""))
                        .verdict())
                .isEqualTo(Verdict.ACTIVE);
    }

    private static Judgement judged(String xml) throws RegistryUnavailable {
        try (BigStandIn source = new BigStandIn().answer(NUMBER, xml)) {
            BigRegister registry =
                    new BigRegister(source.url(), Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC));
            try {
                return registry.find(new Claim("F.", "van Bar", NUMBER, "", "", "NL"))
                        .judgement();
            } finally {
                registry.close();
            }
        }
    }

    private static Optional<Path> shared() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(SAMPLE))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
