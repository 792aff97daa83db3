package org.curbside.membership.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.curbside.api.refusal.Refusal;

/** The same call by several at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** Names of the refusals. */
    static List<String> refusals(int times, Runnable call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            Callable<Optional<String>> one = () -> refusal(call);
            List<String> refused = new ArrayList<>();
            for (Future<Optional<String>> answer : threads.invokeAll(Collections.nCopies(times, one))) {
                answer.get().ifPresent(refused::add);
            }
            return refused;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<String> refusal(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused.name());
        }
    }
}
