package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.internists;
import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.curbside.spi.poll.PollType;
import org.curbside.testkit.bad.planted.Thumbs;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.Test;

/** A version that cannot read what is stored does not come, whichever way, and takes nothing with it. */
public class DowngradeRefused {

    private static final String NAME = "partner-thumbs";
    private static final String SENTENCE =
            "It reads answers of \"thumbs\" up to version 1, but answers of version 2 are"
                    + " stored. Take a version of it that knows these.";
    private static final String UP = "{\"thumb\":[\"up\"]}";

    /** Stores its answers in another way than the version before. */
    public static final class Later extends Thumbs {

        @Override
        public int schemaVersion() {
            return 2;
        }
    }

    @Test
    public void belowWhatIsStored() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "downgrade");
        Path older = write(folder, "1.0.0", Thumbs.class);
        Path newer = write(folder, "2.0.0", Later.class);
        install(older);
        install(newer);
        String poll = poll();
        expect(204, internists().get(0).postJson(poll + "/ballots", UP));

        refused("curbside:check " + older);
        refused("curbside:update " + older);
        refused("curbside:rollback " + NAME);
        Path dropped = instance().deploy(older);
        Patience.until(
                "it is refused",
                () -> instance().log().contains(older.getFileName() + " is not installed: " + SENTENCE));
        Files.delete(dropped);
        expect(204, internists().get(1).postJson(poll + "/ballots", UP));

        assertEquals(0, instance().command("curbside:uninstall " + NAME).exit());
        refused("curbside:install " + older);
        assertTrue(internists().get(0).get(poll).body().contains("\"answered\":true"));
        install(newer);
        expect(204, internists().get(2).postJson(poll + "/ballots", UP));
        assertEquals(0, instance().command("curbside:uninstall " + NAME).exit());
    }

    private static Path write(Path folder, String version, Class<? extends PollType> type) throws Exception {
        return AddOnJar.named(NAME, version)
                .with(
                        "Import-Package",
                        "org.curbside.spi.poll;version=\"[1,2)\",org.curbside.spi.export;version=\"[1,2)\"")
                .withClasses(type.getClassLoader(), type.getName(), Thumbs.class.getName())
                .offering("thumbs", "curbside.poll.type", "thumbs", "poll.PollType", type.getName())
                .writeTo(folder.resolve("thumbs-" + version + ".jar"));
    }

    private static String poll() throws Exception {
        String asking =
                "{\"specialty\":\"" + OperatorsDayIT.MEDICINE + "\",\"title\":\"Up or down\",\"text\":\"As ordinary"
                        + " as can be.\",\"poll\":{\"type\":\"thumbs\",\"text\":\"Which?\",\"choices\":[]}}";
        return "/api/polls/" + field(internists().get(0).postJson("/api/questions", asking), "poll");
    }

    private static void install(Path jar) throws Exception {
        RunningInstance.Outcome said = instance().command("curbside:install " + jar);
        assertEquals(said.said(), 0, said.exit());
    }

    private static void refused(String command) throws Exception {
        RunningInstance.Outcome said = instance().command(command);
        assertNotEquals(said.said(), 0, said.exit());
        assertTrue(said.said(), said.said().contains(SENTENCE));
    }
}
