package org.curbside.testkit.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every extension of a kind must hold, tried on right and on wrong ones; poll types are tried in the guard. */
class TrialTest {

    private static final Specialty MEDICINE =
            new Specialty("207R00000X", "Medicine", Set.of("207R00000X"), List.of(), List.of(), List.of());

    private final Path folder;

    TrialTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_format_writes_the_same_everywhere() {
        ExportFormat right = (release, out) -> out.write(release.id().getBytes(StandardCharsets.UTF_8));
        ExportFormat local =
                (release, out) -> out.write(TimeZone.getDefault().getID().getBytes(StandardCharsets.UTF_8));

        assertRight(right);
        assertBroken(local, "in another place");
        assertBroken((ExportFormat) (release, out) -> {}, "writes nothing");
    }

    @Test
    void a_screening_stays_in_the_text() {
        Screening right = text -> text.isEmpty() ? List.of() : List.of(concern(0, 1));

        assertRight(right);
        assertBroken((Screening) text -> List.of(concern(0, text.length() + 1)), "outside of the text");
        assertBroken((Screening) text -> List.of(concern(0, 1), concern(0, 1)), "in one place");
    }

    @Test
    void a_catalogue_gives_each_specialty_a_code_of_its_own() {
        assertRight((SpecialtyCatalogue) () -> List.of(MEDICINE));
        assertBroken((SpecialtyCatalogue) List::of, "no specialties");
        assertBroken((SpecialtyCatalogue) () -> List.of(MEDICINE, MEDICINE), "two specialties of the code 207R00000X");
    }

    @Test
    void a_registry_knows_whether_it_covers_a_claim() {
        assertRight(new Registry(false));
        assertBroken(new Registry(true), "Its covers threw java.lang.IllegalStateException: closed.");
        assertBroken(new Credulous(), "good standing to somebody who does not exist");
    }

    @Test
    void a_proof_takes_nothing_that_was_made_up() {
        assertRight(new Proof(false, URI.create("https://partner.example")));
        assertBroken(
                new Proof(true, URI.create("https://partner.example")), "Its check takes what anybody can make up.");
        assertBroken(new Proof(false, URI.create("partner")), "to an address that is none");
    }

    @Test
    void whatever_does_not_come_back_is_given_up() {
        Screening late = text -> {
            LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
            return List.of();
        };

        assertBroken(late, "Its screen did not return within");
    }

    @Test
    void a_list_without_end_is_given_up() {
        assertBroken(
                (Screening) text -> Collections.nCopies(Integer.MAX_VALUE, concern(0, 1)),
                "Its screen gave more than 100000 items.");
    }

    @Test
    void threads_that_were_started_in_a_call_are_told_while_they_run() throws Exception {
        Calls calls = new Calls(new Report(folder.resolve("report")), Duration.ofSeconds(1));
        CountDownLatch end = new CountDownLatch(1);
        calls.of("count", () -> {
            Thread stray = new Thread(() -> await(end), "stray");
            stray.start();
            return true;
        });

        assertThat(calls.left().after(0)).containsExactly("stray");
        end.countDown();
        assertThat(calls.left().after(Duration.ofSeconds(10).toNanos())).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRight(Object extension) {
        assertThatCode(() -> trial(extension).run("sample")).doesNotThrowAnyException();
    }

    private void assertBroken(Object extension, String sentence) {
        assertThatThrownBy(() -> trial(extension).run("sample"))
                .isInstanceOf(Broken.class)
                .hasMessageContaining(sentence);
    }

    private Trial trial(Object extension) {
        Report report = new Report(folder.resolve("report"));
        return Trial.of(extension, new Calls(report, Duration.ofSeconds(1)), report);
    }

    private static Concern concern(int start, int end) {
        return new Concern(start, end, "name", Concern.Severity.BLOCK, "This may be a name.");
    }

    private record Registry(boolean closed) implements LicenseRegistry {

        @Override
        public boolean covers(Claim claim) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            return true;
        }

        @Override
        public Finding find(Claim claim) throws RegistryUnavailable {
            throw new RegistryUnavailable("Nobody asks during a trial.");
        }
    }

    private record Proof(boolean credulous, URI elsewhere) implements PossessionProof {

        @Override
        public ProofOffer offer() {
            return new ProofOffer("A partner", "You go to a partner.");
        }

        @Override
        public Optional<URI> start(Attempt attempt) {
            return Optional.of(elsewhere);
        }

        @Override
        public boolean check(Attempt attempt, Map<String, String> answer) {
            return credulous;
        }
    }

    private static final class Credulous implements LicenseRegistry {

        @Override
        public boolean covers(Claim claim) {
            return !claim.npi().isEmpty();
        }

        @Override
        public Finding find(Claim claim) {
            Judgement good = new Judgement(Verdict.ACTIVE, "Everybody is good.");
            return new Finding(good, "", LocalDate.EPOCH, Optional.empty(), List.of());
        }
    }
}
