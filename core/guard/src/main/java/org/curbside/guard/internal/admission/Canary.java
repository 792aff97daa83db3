package org.curbside.guard.internal.admission;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Starts an add-on in a process of its own before it is started here, with a small heap and a deadline. Nothing is said to
 * the process and nothing is sent over a network, where no name leads anywhere for it: it writes a report, and is killed when
 * it is late.
 */
final class Canary {

    private static final String MAIN = "org.curbside.testkit.canary.Canary";
    private static final int HEAP_MB = 96;

    /** Whoever uses the platform meanwhile comes first. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final CanaryKit kit;
    private final Here here;
    private final Duration deadline;

    Canary(CanaryKit kit, Here here, Duration deadline) {
        this.kit = kit;
        this.here = here;
        this.deadline = deadline;
    }

    /** Uses the folder that the candidate lies in. */
    CanaryReport on(Candidate candidate) {
        Path folder = Objects.requireNonNull(candidate.file().getParent());
        try {
            kit.copyBundles(candidate, Files.createDirectory(folder.resolve("bundles")));
            Process process = started(candidate, folder);
            try {
                boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
                return CanaryReport.read(folder.resolve("report"), ended ? process.exitValue() : CanaryReport.LATE);
            } finally {
                process.destroyForcibly().onExit().join();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The canary cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The canary was interrupted.", e);
        }
    }

    /** What its report depends on beside the candidate. */
    String surroundings() {
        return packages();
    }

    /** Without this process's environment, where secrets may be. */
    private Process started(Candidate candidate, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(candidate, folder));
        builder.environment().clear();
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private List<String> line(Candidate candidate, Path folder) throws IOException {
        List<String> line = new ArrayList<>(Files.isExecutable(NICE) ? List.of("" + NICE, "-n", "5") : List.of());
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MB + "m",
                "-XX:MaxMetaspaceSize=" + HEAP_MB + "m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + folder,
                "-Djdk.net.hosts.file=" + folder.resolve("nobody-has-an-address"),
                "-Dcanary.packages=" + packages(),
                "-cp",
                kit.classPath(folder).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                MAIN,
                "" + folder));
        candidate
                .offers()
                .forEach(offer -> line.add(offer.point().type() + " "
                        + offer.point().property() + " " + offer.id() + (offer.configured() ? " configured" : "")));
        return line;
    }

    private String packages() {
        return here.spi().entrySet().stream()
                .map(exported -> exported.getKey() + ";version=" + exported.getValue())
                .collect(Collectors.joining(","));
    }
}
