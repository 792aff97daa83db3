package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.json;
import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.Assume;
import org.junit.Test;

/** A second implementation of the client's half gets a credential here and joins with it. It needs Node.js 20 and npm. */
public class BlindByAnother {

    private static final String LIBRARY = "@cloudflare/blindrsa-ts@0.4.4";
    private static final String FAMILY_MEDICINE = "207Q00000X";

    @Test
    public void aClientOfAnotherMakeJoins() throws Exception {
        Assume.assumeTrue(
                "Skipped: there is no npm here", Stream.of("node", "npm").allMatch(BlindByAnother::isHere));
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "npm");
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        assertEquals(
                0,
                run(folder, "npm", "install", "--no-audit", "--no-fund", LIBRARY)
                        .waitFor());
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/second-client.mjs"))) {
            Files.copy(script, folder.resolve("second-client.mjs"));
        }
        int row = Members.rows(FAMILY_MEDICINE).findFirst().orElseThrow();
        String key = new Members(instance()).proven(row);
        Process client = run(folder, "node", "second-client.mjs", instance().url(), key);
        String credential = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, client.waitFor());
        expect(
                201,
                Client.of(instance().url())
                        .postJson(
                                "/api/session/member",
                                json(
                                        "credential",
                                        credential,
                                        "pseudonym",
                                        "member" + row,
                                        "password",
                                        Members.PASSWORD)));
    }

    private static Process run(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static boolean isHere(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
