package org.curbside.spi.verification.remote;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.curbside.spi.verification.RegistryUnavailable;

/**
 * A registry's service on the network. It is spoken to by TLS, except on this machine, follows nobody elsewhere, and keeps
 * nothing of what is asked. One that fails three times in a row, or that asks to be left alone, is not asked for a while, so
 * that claims are not held up by it. Safe for use by many threads; whoever makes one closes it.
 */
public final class RemoteSource implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Less than the ten seconds that a registry has for a claim. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String base;
    private final ThreadGroup group = new ThreadGroup("remote source");
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    private final HttpClient client;
    private int failures;
    private long restsUntil = System.nanoTime();

    private RemoteSource(String base) {
        this.base = base;
        this.client = started();
    }

    /**
     * The source below that URL, such as {@code https://registry.example/api}.
     *
     * @throws IllegalArgumentException if the URL is neither https nor of this machine, or has more than a host, a port and
     *     a path
     */
    public static RemoteSource at(String url) {
        URI uri = URI.create(url.strip());
        String host = String.valueOf(uri.getHost());
        boolean here = "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
        boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        if (uri.getHost() == null || !plain || !(here || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "The URL of a registry begins with https:// and has a host and a path only.");
        }
        return new RemoteSource("" + uri);
    }

    /**
     * Begins to ask about one claim. All its questions together are answered within nine seconds.
     *
     * @throws RegistryUnavailable while the source is left alone
     */
    public synchronized Inquiry inquire() throws RegistryUnavailable {
        if (restsUntil - System.nanoTime() > 0) {
            throw new RegistryUnavailable("The source failed or asked to wait, and is left alone for a while.");
        }
        return new Inquiry(this, client, System.nanoTime() + PATIENCE.toNanos());
    }

    /** Leaves the source alone for so long, but for no longer than a quarter of an hour. */
    public synchronized void rest(Duration time) {
        Duration longest = time.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : time;
        restsUntil = System.nanoTime() + longest.toNanos();
    }

    /** Lets go of all connections and threads; what is asked just now fails. */
    @Override
    public void close() {
        threads.shutdownNow();
        group.interrupt();
    }

    URI uri(String path) {
        return URI.create(base + path);
    }

    synchronized void answered() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            rest(REST);
        }
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
        Thread thread = new Thread(group, work, "remote source");
        thread.setDaemon(true);
        return thread;
    }
}
