package org.curbside.itests;

import static org.curbside.itests.PartnersDayIT.instance;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** An add-on is examined however it comes, and what is refused leaves what ran before running. */
public class AddOnsExamined {

    private static final String NAME = "curbside-poll-likert";
    private static final String WORKS = "\"state\":\"WORKING\"";
    private static final String NOWHERE = "It needs the package org.nowhere, which nothing here exports.";

    private Path folder;

    @Before
    public void makeRoom() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "examined");
    }

    @After
    public void nothingIsLeft() throws Exception {
        assertEquals("", likert());
    }

    @Test
    public void whatIsDroppedAndRefusedLeavesTheVersionBeforeRunning() throws Exception {
        Path dropped = instance().deploy(Files.copy(AddOnsChecked.LIKERT, folder.resolve("dropped.jar")));
        Patience.until("it works", () -> likert().contains(WORKS));
        String before = likert();

        Files.write(dropped, lackingJar());
        Patience.until("it is refused", () -> instance().log().contains("dropped.jar is not installed: " + NOWHERE));
        assertEquals(before, likert());

        Files.delete(dropped);
        Patience.until("it is gone", () -> likert().isEmpty());
    }

    @Test
    public void onlyAddOnsComeInWhereThingsAreDropped() throws Exception {
        Path grabbing = AddOnJar.named("helpful-library", "1.0.0")
                .with("DynamicImport-Package", "*")
                .writeTo(folder.resolve("grabbing.jar"));
        Path impostor = AddOnJar.copyOf(AddOnsChecked.LIKERT)
                .with("Bundle-SymbolicName", "curbside-membership")
                .with("Bundle-Version", "99.0.0")
                .writeTo(folder.resolve("impostor.jar"));
        List<Path> dropped = List.of(instance().deploy(grabbing), instance().deploy(impostor));
        Patience.until("both are refused", () -> {
            String log = instance().log();
            return log.contains("grabbing.jar is not installed: It imports * dynamically")
                    && log.contains("impostor.jar is not installed: curbside-membership is a part of Curbside itself");
        });
        for (Path file : dropped) {
            Files.delete(file);
        }

        RunningInstance.Outcome installed = instance().command("bundle:install -s " + impostor.toUri());
        assertNotEquals(installed.said(), 0, installed.exit());
        String doctor = instance().command("curbside:doctor").said();
        assertTrue(doctor, doctor.contains("this one did not come with it"));
        assertEquals(
                0, instance().command("curbside:uninstall curbside-membership").exit());
    }

    @Test
    public void aFileThatIsStillBeingCopiedIsWaitedFor() throws Exception {
        byte[] jar = Files.readAllBytes(AddOnsChecked.LIKERT);
        Path slowly = instance().etc().resolveSibling("deploy").resolve("slowly.jar");
        try (OutputStream out = Files.newOutputStream(slowly)) {
            int part = jar.length / 10 + 1;
            for (int at = 0; at < jar.length; at += part) {
                out.write(jar, at, Math.min(part, jar.length - at));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(300);
            }
        }
        Patience.until("it works", () -> likert().contains(WORKS));
        assertFalse(instance().log().contains("slowly.jar is not installed"));

        Files.delete(slowly);
        Patience.until("it is gone", () -> likert().isEmpty());
    }

    @Test
    public void karafsOwnCommandsDoNotPassBy() throws Exception {
        Path lacking = Files.write(folder.resolve("lacking.jar"), lackingJar());
        RunningInstance.Outcome first = instance().command("bundle:install -s " + lacking.toUri());
        assertNotEquals(first.said(), 0, first.exit());
        assertTrue(likert(), likert().contains("\"state\":\"REFUSED\"") && likert().contains(NOWHERE));
        assertEquals(0, instance().command("curbside:uninstall " + NAME).exit());

        assertEquals(
                0,
                instance().command("curbside:install " + AddOnsChecked.LIKERT).exit());
        String before = likert();
        RunningInstance.Outcome update = instance().command("bundle:update " + NAME + " " + lacking.toUri());
        assertNotEquals(update.said(), 0, update.exit());
        Patience.until("the version before is back", () -> likert().equals(before));
        assertEquals(0, instance().command("curbside:uninstall " + NAME).exit());
    }

    private static byte[] lackingJar() throws Exception {
        AddOnJar jar = AddOnJar.copyOf(AddOnsChecked.LIKERT).with("Bundle-Version", "7.0.0");
        return jar.with("Import-Package", "org.nowhere," + jar.header("Import-Package"))
                .bytes();
    }

    /** What the status says of it; nothing while it is not installed. */
    private static String likert() throws Exception {
        String status = instance().command("curbside:status --json").json();
        int at = status.indexOf("{\"name\":\"" + NAME);
        return at < 0 ? "" : status.substring(at, status.indexOf('}', status.indexOf("\"problem\"", at)));
    }
}
