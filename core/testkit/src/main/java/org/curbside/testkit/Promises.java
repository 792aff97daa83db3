package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Promises that several contracts share. */
final class Promises {

    private static final int THREADS = 8;
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Far longer than anything honest, in shapes that have hurt parsers before. */
    static final List<String> HOSTILE = List.of(
            "a".repeat(100_000),
            "1".repeat(100_000),
            " ".repeat(100_000),
            "A-".repeat(50_000),
            "1.".repeat(50_000),
            "a@".repeat(50_000),
            "Mr. A ".repeat(16_000),
            "\u0000nonsense",
            "\ud800",
            "-1",
            "1e9",
            "'; drop table ballot; --");

    private Promises() {}

    /** A refusal is one short sentence, and does not hand the input back to a page or a log. */
    static void assertReadable(Throwable refusal, String input) {
        assertThat(refusal.getMessage()).isNotNull().hasSizeBetween(10, 200).matches("[A-Z].*[.!?]");
        if (input.length() > 3) {
            assertThat(refusal.getMessage()).doesNotContain(input);
        }
    }

    static <T> T inTime(ThrowingSupplier<T> call) {
        return assertTimeoutPreemptively(DEADLINE, call);
    }

    /** The same call from many threads at once gives each what it gave one. */
    static <T> void assertSameFromManyThreads(Callable<T> call) throws Exception {
        T alone = call.call();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<T> together : threads.invokeAll(Collections.nCopies(THREADS * 25, call))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    static void assertId(String id) {
        assertThat(id).matches("[a-z][a-z0-9-]{0,39}");
    }
}
