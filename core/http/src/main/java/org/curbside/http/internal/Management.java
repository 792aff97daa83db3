package org.curbside.http.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Health and metrics for whoever runs the machine, on the loopback address only: {@code /health/live} is 200 while the
 * process answers, {@code /health/ready} while every slice is there, else 503; {@code /metrics} is for Prometheus.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "org.curbside.management")
public final class Management {

    /** The settings in {@code etc/org.curbside.management.cfg}. */
    public @interface Settings {

        /** The port on the loopback address. */
        int port() default 8182;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "curbside-management");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Starts to listen.
     *
     * @throws IOException when the port is taken
     */
    @Activate
    public Management(Settings settings, @Reference Readiness readiness, @Reference Meters meters) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        server.setExecutor(threads);
        server.createContext("/health/live", exchange -> answer(exchange, () -> true));
        server.createContext(
                "/health/ready", exchange -> answer(exchange, () -> readiness.ready() && readiness.healthy()));
        server.createContext(
                "/metrics",
                exchange -> send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape()));
        server.start();
    }

    @Deactivate
    void close() {
        server.stop(0);
        threads.shutdown();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, BooleanSupplier well) throws IOException {
        boolean up = well.getAsBoolean();
        send(exchange, up ? 200 : 503, "application/json", "{\"status\":\"" + (up ? "up" : "down") + "\"}\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
