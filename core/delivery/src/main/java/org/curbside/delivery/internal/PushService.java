package org.curbside.delivery.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Asks push services to wake browsers (RFC 8030). Nothing is in a push but that it came. */
final class PushService implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int WITHIN_SECONDS = 14_400;

    private final PushKeys keys;
    private final String subject;
    private final Predicate<URI> allowed;
    private final Duration patience;
    private final Clock clock;
    private final ThreadGroup group = new ThreadGroup("curbside-push");
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    private final HttpClient client;

    /**
     * What a service said.
     *
     * @param status of HTTP; 0 if there was no answer in time
     * @param rest for how many seconds it wants to be left alone, or 0
     */
    record Answer(int status, long rest) {

        static final Answer NONE = new Answer(0, 0);

        boolean taken() {
            return status / 100 == 2;
        }

        boolean gone() {
            return status == 404 || status == 410;
        }
    }

    /**
     * Asks nobody yet.
     *
     * @param subject whom services can ask about us, or empty
     * @param allowed which endpoints are asked at all
     * @param patience for how long each is waited for
     */
    PushService(PushKeys keys, String subject, Predicate<URI> allowed, Duration patience, Clock clock) {
        this.keys = keys;
        this.subject = subject;
        this.allowed = allowed;
        this.patience = patience;
        this.clock = clock;
        this.client = started();
    }

    /** A client has a thread that only an interruption ends before the garbage collector; so it is started in the group. */
    private HttpClient started() {
        try {
            return threads.submit(() -> HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(CONNECT)
                            .executor(threads)
                            .build())
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("There is no client for HTTP.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted.", e);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(group, work, "curbside-push");
        thread.setDaemon(true);
        return thread;
    }

    /** None of these threads reads a database. */
    @Override
    public void close() {
        threads.shutdownNow();
        group.interrupt();
    }

    /**
     * Asks one; a later push takes the place of one that its browser has not fetched. Whoever is asked when this is closed does not answer, and
     * nobody waits for that for long.
     */
    CompletableFuture<Answer> push(URI endpoint) {
        if (!allowed.test(endpoint)) {
            return CompletableFuture.completedFuture(Answer.NONE);
        }
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Authorization", keys.authorization(endpoint, subject, clock.instant()))
                .header("TTL", "" + WITHIN_SECONDS)
                .header("Urgency", "normal")
                .header("Topic", "inbox")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(PushService::answer)
                .orTimeout(2 * patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> Answer.NONE);
    }

    /** The body is not read. */
    private static Answer answer(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            // nobody wanted it
        }
        long rest = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
        return new Answer(response.statusCode(), rest);
    }
}
