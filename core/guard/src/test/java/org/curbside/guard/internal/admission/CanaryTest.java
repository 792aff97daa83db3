package org.curbside.guard.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.guard.internal.admission.Candidates.assertPassed;
import static org.curbside.guard.internal.admission.Candidates.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.curbside.api.guard.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void one_that_hangs_at_its_start_is_given_up() throws Exception {
        assertRefused(of("HangsAtStart"), "Its activation did not return within 5 s.");
    }

    @Test
    void one_that_throws_at_its_start_is_quoted() throws Exception {
        assertRefused(of("ThrowsAtStart"), "java.lang.IllegalStateException: The scale is missing");
    }

    @Test
    void one_that_ends_the_process_ends_its_own() throws Exception {
        assertRefused(of("Exits"), "Its activation ended the whole process (exit code 42)", "System.exit");
    }

    @Test
    void one_that_eats_the_memory_eats_its_own() throws Exception {
        assertRefused(of("EatsMemory"), "Its figures used up all the memory");
    }

    @Test
    void one_that_hangs_in_a_call_is_given_up() throws Exception {
        assertRefused(of("HangsInCount"), "Its count did not return within 5 s.");
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
        SampleJar jar = SampleJar.fine()
                .with("Import-Package", SampleJar.SPI + ",org.osgi.framework")
                .with("Bundle-Activator", "org.curbside.guard.internal.admission.planted.SecretActivator");

        assertRefused(on(jar, Duration.ofSeconds(60)).finding(), "without a component descriptor");
    }

    @Test
    void one_whose_class_is_missing_is_found() throws Exception {
        SampleJar jar =
                SampleJar.fine().offering("poll", "curbside.poll.type", "fine", "poll.PollType", "partner.Nowhere");

        assertRefused(on(jar, Duration.ofSeconds(60)).finding(), "partner.Nowhere");
    }

    @Test
    void whatever_hangs_otherwise_is_killed_at_the_deadline() throws Exception {
        assertRefused(on(SampleJar.fine(), Duration.ofMillis(1)).finding(), "had to be killed");
    }

    private Finding of(String wrong) throws Exception {
        return on(SampleJar.of("fine", "Wrong$" + wrong), Duration.ofSeconds(60))
                .finding();
    }

    private CanaryReport on(SampleJar jar, Duration deadline) throws Exception {
        Path nest = Files.createTempDirectory(folder, "nest");
        return new Canary(new HouseKit(house.here(), house.canary()), house.here(), deadline)
                .on(Candidates.of(jar, nest));
    }
}
