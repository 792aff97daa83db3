package org.curbside.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The operator's commands. */
final class Console {

    private final String program;

    /** With the path of {@code bin/curbside}. */
    Console(String program) {
        this.program = program;
    }

    /** Runs a command and returns the line of JSON that it printed. */
    String run(String command) throws IOException, InterruptedException {
        String said = script(command);
        return said.lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new IOException(command + " printed no JSON: " + said));
    }

    /** Runs commands one after the other in one session and returns what they said. */
    String script(String... commands) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(commands));
        line.add(0, program);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(commands[0] + " failed: " + said);
        }
        return said;
    }
}
