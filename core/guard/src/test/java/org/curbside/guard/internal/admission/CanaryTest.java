package org.curbside.guard.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.guard.internal.admission.Candidates.assertPassed;
import static org.curbside.guard.internal.admission.Candidates.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.curbside.api.guard.Finding;
import org.curbside.testkit.bad.BadBundle;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong add-on ends as one sentence that names what happened, and nothing of it is left. */
class CanaryTest {

    private final Path folder;
    private final SmallHouse house;

    CanaryTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void a_right_one_starts_and_tells_which_answers_it_stores() throws Exception {
        CanaryReport report = on(SampleJar.fine(), Duration.ofSeconds(60));

        assertPassed(report.finding());
        assertThat(report.schemas()).isEqualTo(Map.of("fine", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    THROWS_IN_ACTIVATE | java.lang.IllegalStateException: The scale is missing
                    HANGS_IN_ACTIVATE  | Its activation did not return within 5 s.
                    STARTS_SLOWLY      | Its activation did not return within 5 s.
                    HANGS_IN_CALL      | Its read did not return within 5 s.
                    LEAKS_THREADS      | When it is stopped, threads that it started run on:
                    LEAKS_MEMORY       | used up all the memory there was.
                    RETURNS_GIGABYTES  | Its figures gave more than 100000 items.
                    WRITES_GIGABYTES   | Its write used up all the memory there was.
                    CALLS_BACK         | Its read
                    STOPS_IN_CALL      | It has stopped itself.
                    ENDS_THE_PROCESS   | Its activation ended the whole process (exit code 42)
                    """)
    void a_bad_one_is_refused_in_a_sentence(BadBundle bad, String sentence) throws Exception {
        Path nest = Files.createTempDirectory(folder, "nest");
        Candidate candidate = Opening.of(Files.move(bad.write(folder), nest.resolve("addon.jar")));

        assertRefused(canary(Duration.ofSeconds(60)).on(candidate).finding(), sentence);
    }

    @Test
    void one_that_counts_wrongly_is_found() throws Exception {
        assertRefused(of("CountsOne"), "is not the sum of the counts of each");
    }

    @Test
    void one_that_draws_nothing_is_found() throws Exception {
        assertRefused(of("DrawsNothing"), "There is no figure.");
    }

    @Test
    void one_that_offers_more_than_it_declares_is_found() throws Exception {
        AddOnJar jar = SampleJar.fine()
                .with("Import-Package", SampleJar.SPI + ",org.osgi.framework")
                .with("Bundle-Activator", "org.curbside.guard.internal.admission.planted.SecretActivator");

        assertRefused(on(jar, Duration.ofSeconds(60)).finding(), "without a component descriptor");
    }

    @Test
    void one_whose_class_is_missing_is_found() throws Exception {
        AddOnJar jar =
                SampleJar.fine().offering("poll", "curbside.poll.type", "fine", "poll.PollType", "partner.Nowhere");

        assertRefused(on(jar, Duration.ofSeconds(60)).finding(), "partner.Nowhere");
    }

    @Test
    void one_that_has_to_be_configured_is_not_tried_and_that_is_said() throws Exception {
        AddOnJar jar = SampleJar.fine();
        String component =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="board" configuration-policy="require">
                  <property name="curbside.registry.id" value="board"/>
                  <service><provide interface="org.curbside.spi.verification.LicenseRegistry"/></service>
                  <implementation class="partner.Board"/>
                </scr:component>
                """;
        jar.with("Service-Component", jar.header("Service-Component") + ",OSGI-INF/board.xml")
                .withFile("OSGI-INF/board.xml", component);

        Finding finding = on(jar, Duration.ofSeconds(60)).finding();
        assertThat(finding.result()).isEqualTo(Finding.Result.WARNED);
        assertThat(finding.sentence())
                .isEqualTo("It offers the LicenseRegistry \"board\" when it is configured, which was not tried.");
    }

    @Test
    void one_that_asks_a_host_finds_none() throws Exception {
        AddOnJar jar = SampleJar.of("fine", "Wrong$AsksAHost");

        assertRefused(on(jar, Duration.ofSeconds(60)).finding(), "UnknownHostException", "nobody-has-an-address");
    }

    @Test
    void whatever_hangs_otherwise_is_killed_at_the_deadline() throws Exception {
        assertRefused(on(SampleJar.fine(), Duration.ofMillis(1)).finding(), "had to be killed");
    }

    private Finding of(String wrong) throws Exception {
        return on(SampleJar.of("fine", "Wrong$" + wrong), Duration.ofSeconds(60))
                .finding();
    }

    private CanaryReport on(AddOnJar jar, Duration deadline) throws Exception {
        Path nest = Files.createTempDirectory(folder, "nest");
        return canary(deadline).on(Candidates.of(jar, nest));
    }

    private Canary canary(Duration deadline) {
        return new Canary(new HouseKit(house.here(), house.canary()), house.here(), deadline);
    }
}
