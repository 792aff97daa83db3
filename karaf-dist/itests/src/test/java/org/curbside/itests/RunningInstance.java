package org.curbside.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The archive, unpacked and started by its own script as an operator would, on free ports. */
final class RunningInstance implements AutoCloseable {

    private static final long START_SECONDS = 90;

    private final Path home;
    private final int http = freePort();
    private final int management = freePort();
    private final int ssh = freePort();
    private Process process;

    private RunningInstance(Path home) {
        this.home = home;
    }

    /** On free ports, not started yet. */
    static RunningInstance unpack(Path home) throws Exception {
        Files.createDirectories(home);
        run(List.of(
                "tar", "xzf", System.getProperty("curbside.distribution"), "-C", "" + home, "--strip-components=1"));
        RunningInstance instance = new RunningInstance(home);
        instance.edit("org.apache.felix.http.cfg", "org.osgi.service.http.port", "" + instance.http);
        instance.edit("org.curbside.management.cfg", "port", "" + instance.management);
        instance.edit("org.apache.karaf.shell.cfg", "sshPort", "" + instance.ssh);
        return instance;
    }

    void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(home.resolve("out.log").toFile());
        process = builder.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!ready()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new AssertionError("Not ready; " + Files.readString(home.resolve("out.log")));
            }
        }
    }

    /** As a power cut would end it: no process of it gets to say anything. */
    void kill() {
        if (process == null) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    String url() {
        return "http://127.0.0.1:" + http;
    }

    /** Runs console commands by {@code bin/curbside}. */
    Outcome command(String... commands) throws Exception {
        List<String> line = new ArrayList<>(List.of(home.resolve("bin/curbside").toString()));
        line.addAll(List.of(commands));
        return run(line);
    }

    private boolean ready() {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/health/ready"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(health, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets a value in a file under {@code etc}. */
    void edit(String file, String key, String value) throws IOException {
        Path path = home.resolve("etc").resolve(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        lines.removeIf(line -> line.replace(" ", "").startsWith(key + "="));
        lines.add(key + " = " + value);
        Files.write(path, lines);
    }

    private static Outcome run(List<String> line) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process run = builder.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(run.waitFor(), said);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** How a command ended, and what it said. */
    record Outcome(int exit, String said) {

        /** The JSON object among the lines. */
        String json() {
            return said.lines()
                    .filter(line -> line.startsWith("{"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(said));
        }
    }
}
