package org.curbside.testkit.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A registry's service on a port of this machine, which can be told to misbehave. To make one for another source, extend it
 * and {@link #reply}. Nobody outside of the machine is asked, and what it knows is made up.
 */
public abstract class StandIn implements AutoCloseable {

    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Scheduled maintenance</h1></body></html>";
    private static final int FOREVER = 200_000;
    private static final long DRIP_MILLIS = 200;

    static {
        // else each answer waits 40 ms for the acknowledgement of its own headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Fault fault = Fault.NONE;

    /** Listens at once, on any free port. */
    protected StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What the real one would answer, called by many threads. */
    protected abstract Reply reply(Asked asked);

    /** Where it listens, without a slash at the end. */
    public final String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on, until it is told otherwise. */
    public final void misbehave(Fault how) {
        fault = how;
    }

    /** How many requests it has received. */
    public final int asked() {
        return asked.get();
    }

    @Override
    public final void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            Asked request = Asked.read(exchange);
            switch (fault) {
                case NONE -> send(exchange, reply(request));
                case FAILS -> send(exchange, new Reply(500, "text/html", PAGE, ""));
                case DOWN -> send(exchange, new Reply(503, "text/html", PAGE, ""));
                case SENDS_A_PAGE -> send(exchange, new Reply(200, "text/html", PAGE, ""));
                case FORBIDS -> send(exchange, new Reply(403, "text/html", PAGE, ""));
                case IS_EMPTY -> send(exchange, new Reply(200, "application/json", "", ""));
                case SENDS_ELSEWHERE -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.2:9/");
                    send(exchange, new Reply(302, "text/html", PAGE, ""));
                }
                case BREAKS_OFF -> {
                    byte[] whole = reply(request).body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, whole.length);
                    exchange.getResponseBody().write(whole, 0, whole.length / 2);
                }
                case IS_ENDLESS -> pour(exchange, "[".repeat(1000), 0);
                case DRIPS -> pour(exchange, " ", DRIP_MILLIS);
                case IS_SILENT -> isClosedWithin(TimeUnit.MINUTES.toMillis(1));
                case HANGS_UP -> {}
            }
        }
    }

    private void pour(HttpExchange exchange, String drop, long pauseMillis) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int drops = 0; drops < FOREVER && !isClosedWithin(pauseMillis); drops++) {
            out.write(drop.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
