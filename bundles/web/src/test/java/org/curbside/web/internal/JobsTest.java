package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static final long LONG_ENOUGH = 10_000;

    private final Jobs jobs = new Jobs();

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void whoever_does_not_wait_asks_again() {
        CountDownLatch may = new CountDownLatch(1);
        Job job = jobs.begin("Plan", () -> {
            await(may);
            return new Outcome.Done("It runs.");
        });
        assertThat(job.within(1)).isEmpty();

        may.countDown();

        assertThat(job.within(LONG_ENOUGH)).contains(new Outcome.Done("It runs."));
        assertThat(jobs.find(job.number())).contains(job);
        assertThat(jobs.find(99)).isEmpty();
    }

    @Test
    void a_refusal_is_said_and_a_failure_is_not_quoted() {
        assertThat(outcome(Refusal.conflict("taken", "Somebody else offers that.")))
                .contains(new Outcome.NotDone("Somebody else offers that."));
        assertThat(outcome(new IllegalStateException("secret")))
                .contains(new Outcome.NotDone("It failed; data/log/karaf.log says where."));
    }

    private Optional<Outcome> outcome(RuntimeException thrown) {
        return jobs.begin("Plan", () -> {
                    throw thrown;
                })
                .within(LONG_ENOUGH);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
