package org.curbside.itests;

import static org.junit.Assert.assertEquals;

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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The archive, unpacked and started by its own script as an operator would, on free ports. */
final class RunningInstance implements AutoCloseable {

    private static final long START_SECONDS = 180;
    private static final int MOST_OF_A_LOG = 20_000;
    private static final String LOG = "data/log/karaf.log";

    private final Path home;
    private final int http = freePort();
    private final int management = freePort();
    private final int ssh = freePort();
    private List<String> user = List.of();
    private Process process;

    private RunningInstance(Path home) {
        this.home = home;
    }

    /** On free ports, not started yet. */
    static RunningInstance unpack() throws Exception {
        Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "curbside");
        run(List.of(
                "tar", "xzf", System.getProperty("curbside.distribution"), "-C", "" + home, "--strip-components=1"));
        RunningInstance instance = new RunningInstance(home);
        instance.edit("org.apache.felix.http.cfg", "org.osgi.service.http.port", "" + instance.http);
        instance.edit("org.curbside.management.cfg", "port", "" + instance.management);
        instance.edit("org.apache.karaf.shell.cfg", "sshPort", "" + instance.ssh);
        instance.edit("org.curbside.moderation.cfg", "limits", "0"); // tests write faster than people
        return instance;
    }

    /** Makes one half of it, before its first start. */
    void alone(String half, String addressOfTheOther) throws Exception {
        Outcome made = run(List.of(home.resolve("bin/alone").toString(), half, addressOfTheOther));
        assertEquals(made.said(), 0, made.exit());
    }

    /** Gives it to a user of the operating system, as whom everything of it is run from now on. */
    void belongTo(String name) throws Exception {
        run(List.of("chown", "-R", name, "" + home));
        run(List.of("chmod", "700", "" + home));
        user = List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--init-groups");
    }

    /** Whether its user may read a file. */
    boolean mayRead(Path file) throws Exception {
        return run(asItsUser("test", "-r", "" + file)).exit() == 0;
    }

    private List<String> asItsUser(String... command) {
        List<String> line = new ArrayList<>(user);
        line.addAll(List.of(command));
        return line;
    }

    /** Runs {@code bin/karaf} with those arguments until it is ready. */
    void start(String... arguments) throws Exception {
        begin(arguments);
        awaitReady();
    }

    /** Runs {@code bin/karaf} with those arguments. */
    void begin(String... arguments) throws Exception {
        List<String> line = asItsUser(home.resolve("bin/karaf").toString(), "server");
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        surround(builder);
        builder.redirectErrorStream(true).redirectOutput(home.resolve("out.log").toFile());
        process = builder.start();
    }

    /** It lives for minutes, in which optimising costs more than it gains. */
    private static void surround(ProcessBuilder builder) {
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    }

    /** Until it answers. */
    void awaitReady() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!ready()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                String log = Files.exists(home.resolve(LOG)) ? log() : "";
                throw new AssertionError((process.isAlive() ? "Not ready; " : "Ended; ")
                        + Files.readString(home.resolve("out.log"))
                        + log.substring(Math.max(0, log.length() - MOST_OF_A_LOG)));
            }
        }
    }

    /**
     * Kill -9: no process of it gets to say anything. What it had handed to the operating system is written all the same; a
     * power cut would take that too, and is not shown here.
     */
    void kill() {
        if (process == null) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Its settings. */
    Path etc() {
        return home.resolve("etc");
    }

    String url() {
        return "http://127.0.0.1:" + http;
    }

    /** Runs console commands by {@code bin/curbside}, up to the first that fails. */
    Outcome command(String... commands) throws Exception {
        List<String> line = asItsUser(home.resolve("bin/curbside").toString());
        line.addAll(List.of(commands));
        return run(line);
    }

    /** The virtual machine's process. */
    long pid() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** The ports that it listens on. */
    Set<Integer> ports() {
        return Set.of(http, management, ssh);
    }

    /** What the JDK's own tool says of the virtual machine. */
    String jcmd(String... command) throws Exception {
        long java = pid();
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + java));
        line.addAll(List.of(command));
        return run(line).said();
    }

    /** All that it keeps: databases, logs, the audit. */
    Path data() {
        return home.resolve("data");
    }

    /** What it has written into its log so far. */
    String log() throws IOException {
        return Files.readString(home.resolve(LOG));
    }

    /** Runs a console command by {@code bin/curbside} that goes on until it is stopped. */
    Process beginCommand(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/curbside").toString(), command);
        surround(builder);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Drops a bundle into {@code deploy/}, whole. */
    Path deploy(Path jar) throws IOException {
        Path beside = Files.copy(jar, home.resolve(jar.getFileName()));
        return Files.move(beside, home.resolve("deploy").resolve(jar.getFileName()));
    }

    /** What it tells a monitoring system. */
    String metrics() throws Exception {
        return Client.of("http://127.0.0.1:" + management).get("/metrics").body();
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
        surround(builder);
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

        /** The JSON object among the lines, the first if there are several. */
        String json() {
            return objects().stream().findFirst().orElseThrow(() -> new AssertionError(said));
        }

        /** The JSON objects among the lines, in the order of the commands. */
        List<String> objects() {
            return said.lines().filter(line -> line.startsWith("{")).toList();
        }

        /** The first value with that name in it. */
        String value(String name) {
            Matcher value = Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|([0-9]+))")
                    .matcher(json());
            if (!value.find()) {
                throw new AssertionError(said);
            }
            return value.group(1) == null ? value.group(2) : value.group(1);
        }
    }
}
