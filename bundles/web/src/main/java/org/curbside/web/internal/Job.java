package org.curbside.web.internal;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that may take longer than anybody wants to wait for an answer.
 *
 * @param title what is done, in a few words
 */
record Job(long number, String title, Future<Outcome> outcome) {

    /** What it came to, if it comes to something soon. */
    Optional<Outcome> within(long millis) {
        try {
            return Optional.of(outcome.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
