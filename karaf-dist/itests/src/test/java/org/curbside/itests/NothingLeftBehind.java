package org.curbside.itests;

import static org.curbside.itests.PartnersDayIT.instance;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.curbside.testkit.bad.planted.Thumbs;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.Before;
import org.junit.Test;

/** Swapping an add-on leaves no class loader and no thread behind, and an add-on that leaves some itself is seen to. */
public class NothingLeftBehind {

    private static final int SWAPS = 20;
    private static final String IMPORTS =
            "org.osgi.framework,org.curbside.spi.poll;version=\"[1.0,2)\",org.curbside.spi.export;version=\"[1.0,2)\"";

    private Path folder;

    @Before
    public void makeRoom() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "swapped");
    }

    @Test
    public void afterTwentySwapsAllIsAsBefore() throws Exception {
        AddOnJar likert = AddOnJar.copyOf(AddOnsChecked.LIKERT);
        swap("curbside-poll-likert", likert, 2);
        long loaders = loaders();
        long threads = threads();
        swap("curbside-poll-likert", likert, SWAPS);
        Patience.until("no class loader is left", () -> loaders() <= loaders);
        Patience.until("no thread is left", () -> threads() <= threads);
    }

    @Test
    public void aPlantedLeakIsSeen() throws Exception {
        AddOnJar forgetful = AddOnJar.named("org.example.forgetful", "1.0.0")
                .with("Import-Package", IMPORTS)
                .offering("component", "curbside.poll.type", "forgetful", "poll.PollType", Forgetful.class.getName())
                .withClasses(getClass().getClassLoader(), Forgetful.class.getName(), Thumbs.class.getName());
        long before = loaders();
        swap("org.example.forgetful", forgetful, SWAPS);
        loaders();
        assertTrue("of " + before + " there are " + loaders(), loaders() >= before + SWAPS);
    }

    /** Between two versions, and away at last. */
    private void swap(String name, AddOnJar jar, int times) throws Exception {
        List<String> commands = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            String version = 8 + n % 2 + ".0.0";
            Path file = jar.with("Bundle-Version", version).writeTo(folder.resolve(name + version + ".jar"));
            commands.add("curbside:install --json " + file);
        }
        commands.add("curbside:uninstall " + name);
        RunningInstance.Outcome said = instance().command(commands.toArray(String[]::new));
        assertEquals(said.said(), 0, said.exit());
    }

    private static long loaders() throws Exception {
        instance().jcmd("GC.run");
        return instance()
                .jcmd("VM.classloader_stats")
                .lines()
                .filter(line -> line.endsWith("BundleClassLoader"))
                .count();
    }

    /** Without the pools of the web server and of consoles, which grow and shrink as they are used. */
    private static long threads() throws Exception {
        return instance()
                .jcmd("Thread.print")
                .lines()
                .filter(line -> line.matches("\"(?!qtp|session-|sshd-|pipe-).*"))
                .count();
    }
}
