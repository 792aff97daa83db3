package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.standin.Fault;
import org.curbside.testkit.standin.StandIn;
import org.curbside.testkit.trial.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The promises that every {@link LicenseRegistry} makes. To test yours, extend this class in a class whose name ends in
 * {@code Test}, give a {@link StandIn} for the source, a registry that asks it, and made-up claims, some twenty lines in
 * all. Nothing but this machine is asked.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class LicenseRegistryContract {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Where nobody listens. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    /** A new one at every call. */
    protected abstract StandIn source();

    /** A new one at every call, which asks the source at that URL. */
    protected abstract LicenseRegistry registry(String url);

    /** Of a physician of whom the source says nothing but good. */
    protected abstract Claim active();

    /** Of a physician with a mark of discipline at the source, or with a word that the registry does not know. */
    protected abstract Claim marked();

    /** Of somebody whom the source would know if they were what they say, and does not know. */
    protected abstract Claim stranger();

    @Test
    void it_has_a_lasting_id() {
        Promises.assertId(registry(NOWHERE), RegistryId.class, RegistryId::id);
    }

    @Test
    void it_says_whom_it_covers_and_asks_nobody() {
        try (StandIn source = source()) {
            LicenseRegistry registry = registry(source.url());
            assertThat(Stream.of(active(), marked(), stranger())).allMatch(registry::covers);
            assertThat(registry.covers(new Claim("", "", "", "", ""))).isFalse();
            assertThat(source.asked()).isZero();
        }
    }

    @Test
    void good_standing_is_active_every_time() throws RegistryUnavailable {
        try (StandIn source = source()) {
            Finding finding = found(registry(source.url()), active());
            assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ACTIVE);
            assertThat(found(registry(source.url()), active())).isEqualTo(finding);
            assertThat(finding.evidence()).isNotBlank();
        }
    }

    @Test
    void a_mark_goes_to_a_person() throws RegistryUnavailable {
        assertThat(verdict(marked())).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void whom_the_source_does_not_know_is_not_active() throws RegistryUnavailable {
        assertThat(verdict(stranger())).isNotEqualTo(Verdict.ACTIVE);
    }

    @Test
    void another_persons_good_standing_is_not_ones_own() throws RegistryUnavailable {
        Claim own = active();
        for (Claim other : List.of(
                new Claim(
                        own.givenName(),
                        "Quackenbush",
                        own.npi(),
                        own.licenceNumber(),
                        own.licenceState(),
                        own.country()),
                new Claim(
                        "Zebulon",
                        own.familyName(),
                        own.npi(),
                        own.licenceNumber(),
                        own.licenceState(),
                        own.country()))) {
            assertThat(verdict(other)).as("%s", other).isNotEqualTo(Verdict.ACTIVE);
        }
    }

    @Test
    void a_source_that_fails_is_away_in_time() throws Exception {
        List<Callable<Fault>> failing = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                failing.add(() -> {
                    try (StandIn source = source()) {
                        source.misbehave(fault);
                        assertAway(fault.name(), registry(source.url()));
                    }
                    return fault;
                });
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(failing.size());
        try {
            for (Future<Fault> survived : threads.invokeAll(failing)) {
                assertThat(survived.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_source_that_is_not_there_is_away() {
        assertAway("nobody listens", registry(NOWHERE));
    }

    @Test
    void a_source_that_is_back_is_asked_again() throws RegistryUnavailable {
        try (StandIn source = source()) {
            LicenseRegistry registry = registry(source.url());
            source.misbehave(Fault.FAILS);
            assertAway("it fails", registry);
            source.misbehave(Fault.NONE);
            assertThat(found(registry, active()).judgement().verdict()).isEqualTo(Verdict.ACTIVE);
        }
    }

    @Test
    void whatever_a_claim_holds_it_is_answered_and_not_as_active() {
        try (StandIn source = source()) {
            LicenseRegistry registry = registry(source.url());
            for (String hostile : Hostile.TEXTS) {
                for (Claim claim : with(hostile, active())) {
                    Throwable thrown = catchThrowable(() -> {
                        if (registry.covers(claim)) {
                            assertThat(found(registry, claim).judgement().verdict())
                                    .isNotEqualTo(Verdict.ACTIVE);
                        }
                    });
                    Promises.assertNothingBut(RegistryUnavailable.class, thrown);
                    if (thrown != null) {
                        Promises.assertReadable(thrown, hostile);
                    }
                }
            }
        }
    }

    @Test
    void nothing_of_a_claim_is_printed() throws Exception {
        assertThat(Promises.printed(() -> List.of(verdict(active()), verdict(stranger()))))
                .isEmpty();
    }

    @Test
    void it_finds_the_same_wherever_it_runs() throws Exception {
        try (StandIn source = source()) {
            LicenseRegistry registry = registry(source.url());
            Promises.assertSameAnywhere(() -> found(registry, active()).judgement());
        }
    }

    @Test
    void many_threads_find_alike() throws Exception {
        try (StandIn source = source()) {
            LicenseRegistry registry = registry(source.url());
            Promises.assertSameFromManyThreads(() -> registry.find(active()));
        }
    }

    private Verdict verdict(Claim claim) throws RegistryUnavailable {
        try (StandIn source = source()) {
            return found(registry(source.url()), claim).judgement().verdict();
        }
    }

    /** A finding for the reason's sake too. */
    private static Finding found(LicenseRegistry registry, Claim claim) throws RegistryUnavailable {
        Finding finding = registry.find(claim);
        assertThat(finding.judgement().reason()).hasSizeBetween(10, 200).matches("[A-Z].*[.]");
        return finding;
    }

    private void assertAway(String how, LicenseRegistry registry) {
        Claim claim = active();
        long began = System.nanoTime();
        Throwable thrown = catchThrowable(() -> registry.find(claim));
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        assertThat(thrown).as(how).isInstanceOf(RegistryUnavailable.class);
        assertThat(taken).as(how).isLessThan(LONGEST);
        Stream.of(claim.givenName(), claim.familyName(), claim.npi(), claim.licenceNumber())
                .forEach(word -> Promises.assertReadable(thrown, word));
    }

    private static List<Claim> with(String hostile, Claim claim) {
        return List.of(
                new Claim(
                        hostile,
                        claim.familyName(),
                        claim.npi(),
                        claim.licenceNumber(),
                        claim.licenceState(),
                        claim.country()),
                new Claim(
                        claim.givenName(),
                        hostile,
                        claim.npi(),
                        claim.licenceNumber(),
                        claim.licenceState(),
                        claim.country()),
                new Claim(claim.givenName(), claim.familyName(), hostile, hostile, hostile, claim.country()));
    }
}
