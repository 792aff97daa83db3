package org.curbside.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The operator's commands. */
final class Console {

    private final String program;

    /** With the path of {@code bin/curbside}. */
    Console(String program) {
        this.program = program;
    }

    /** Runs a command and returns the line of JSON that it printed. */
    String run(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(program, command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + said);
        }
        return said.lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new IOException(command + " printed no JSON: " + said));
    }
}
