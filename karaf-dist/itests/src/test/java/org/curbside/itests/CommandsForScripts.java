package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.unclear;
import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.curbside.testkit.NppesFile;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.Test;

/** What an operator's scripts rely on: one JSON object for an answer, or a sentence and an exit code that is not 0. */
public class CommandsForScripts {

    private final Client stranger = Client.of(instance().url());

    @Test
    public void eachAnswerIsOneJsonObject() throws Exception {
        List<String> answers = succeeds("curbside:status --json", "curbside:letters --json", "curbside:reviews --json")
                .objects();
        assertTrue(
                "" + answers, answers.get(0).startsWith("{\"healthy\":true,\"bundles\":[{\"name\":\"curbside-api\""));
        assertTrue("" + answers, answers.get(1).startsWith("{\"letters\":["));
        assertTrue("" + answers, answers.get(2).startsWith("{\"reviews\":["));
    }

    @Test
    public void everyMalformedLineIsCountedAndWrittenDownWithItsReason() throws Exception {
        RegistryFile file = new RegistryFile("malformed.csv", 60);
        file.addWrongNumber();
        String load = "--changes nppes " + file.path();
        RunningInstance.Outcome loaded =
                succeeds("curbside:registry-load --json " + load, "curbside:registry-load " + load);
        for (String part : List.of(
                "\"rows\":61,\"stored\":57,\"rejected\":4,",
                "\"A quote is not closed.\":1",
                "\"The row has more or fewer values than there are columns.\":2",
                "\"The NPI is not ten digits with a right check digit.\":1",
                "\"rejects\":\"" + file.rejects() + "\"")) {
            assertTrue(part + " in " + loaded.said(), loaded.json().contains(part));
        }
        assertEquals(
                List.of(
                        "line,reason",
                        "18,\"A quote is not closed.\"",
                        "38,\"The row has more or fewer values than there are columns.\"",
                        "58,\"The row has more or fewer values than there are columns.\"",
                        "62,\"The NPI is not ten digits with a right check digit.\""),
                Files.readAllLines(file.rejects()));
        for (String line : List.of(
                "61 rows read, 57 stored, 4 rejected",
                "  1: A quote is not closed.",
                "  61 of them were loaded before")) {
            assertTrue(loaded.said(), loaded.said().contains(line));
        }
    }

    @Test
    public void whatIsShownOfTheRatingsIsComputedAgain() throws Exception {
        RunningInstance.Outcome replayed = succeeds("curbside:replay-consensus --json", "curbside:replay-consensus");
        assertTrue(replayed.said(), replayed.json().contains("\"differences\":[]"));
        assertTrue(replayed.said(), replayed.said().contains("the same, to the last bit"));
    }

    @Test
    public void whatASitePublishedIsTakenOverOnce() throws Exception {
        Path site = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "site");
        Files.writeString(site.resolve("Users.xml"), "<users><row Id=\"3\" DisplayName=\"Ana\" /></users>");
        Files.writeString(site.resolve("Votes.xml"), "<votes><row Id=\"1\" PostId=\"2\" VoteTypeId=\"2\" /></votes>");
        Files.writeString(
                site.resolve("Posts.xml"),
                """
                <posts>
                  <row Id="1" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" Score="1" OwnerUserId="3"
                    Title="How long do you keep a drain in?" Body="After the repair of a hernia." Tags="|drains|" />
                  <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2018-03-12T18:00:00.000" Score="1" Body="Two days." />
                  <row Id="3" PostTypeId="2" ParentId="1" CreationDate="2018-03-12T19:00:00.000" Score="0"
                    Body="I wrote of it at www.my-own-practice.example." />
                </posts>
                """);
        String load = "stackexchange " + site;
        RunningInstance.Outcome loaded = succeeds("curbside:import --json " + load, "curbside:import " + load);
        assertTrue(
                loaded.said(),
                loaded.json().contains("\"questions\":1,\"answers\":1,\"replies\":0,\"ratings\":1,\"before\":0"));
        assertTrue(loaded.said(), loaded.json().contains("\"refused\":{\"could-identify (url)\":1}"));
        assertTrue(loaded.said(), loaded.said().contains("2 more were taken over before"));
        fails("The dump cannot be read", "curbside:import stackexchange /nowhere");
    }

    @Test
    public void whatCouldIdentifyAPatientIsFoundInATextAndStoredNowhere() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "texts");
        Path harmless =
                Files.writeString(folder.resolve("harmless.txt"), "Graves disease after a Whipple, CA 19-9 of 340.");
        Path names = Files.writeString(folder.resolve("names.txt"), "Très bien: Mrs. Halvorsen, the mayor, is better.");
        Path telling = Files.writeString(folder.resolve("telling.txt"), "Mrs. Halvorsen, MRN 00482913.");

        assertEquals(
                "{\"findings\":[]}",
                succeeds("curbside:screen --json " + harmless).json());
        assertTrue(succeeds("curbside:screen " + harmless).said().contains("Nothing was found."));
        String perhaps = succeeds("curbside:screen --json " + names).json();
        assertTrue(
                perhaps,
                perhaps.contains(
                        "{\"field\":\"text\",\"start\":11,\"end\":25,\"span\":\"Mrs. Halvorsen\",\"kind\":\"name\","
                                + "\"severity\":\"CONFIRM\",\"message\":\""));
        assertTrue(perhaps, perhaps.contains("\"severity\":\"CONSIDER\""));

        RunningInstance.Outcome found = instance().command("curbside:screen --json " + telling);
        assertNotEquals(found.said(), 0, found.exit());
        assertTrue(found.said(), found.json().contains("\"start\":20,\"end\":28,\"span\":\"00482913\""));
        assertTrue(found.said(), found.said().contains("1 place to take out before this can be posted."));
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'N', (byte) 0xfa, 'n'});
        fails("The file is not in UTF-8.", "curbside:screen " + latin);
        fails("There is no file /nowhere.txt that can be read.", "curbside:screen /nowhere.txt");
    }

    @Test
    public void aClaimIsReviewedDecidedAndClosed() throws Exception {
        String key = field(claim(unclear(0)), "key");
        assertTrue(state(key), state(key).contains("\"state\":\"REVIEW\""));
        RunningInstance.Outcome reviews = succeeds("curbside:reviews --json");
        assertTrue(reviews.said(), reviews.json().contains("\"npi\":\"" + NppesFile.npi(unclear(0)) + "\""));
        assertTrue(reviews.said(), reviews.json().contains("does not say clearly whether the degree is M.D. or D.O."));
        String number = reviews.value("number");

        fails("Decide with approve or refuse.", "curbside:decide " + number + " perhaps 'The diploma was seen.'");
        RunningInstance.Outcome approved = fails(
                "No claim with this number waits for a decision.",
                "curbside:decide --json " + number + " approve 'The diploma was seen.'",
                "curbside:decide --json " + number + " approve 'The diploma was seen again.'");
        assertEquals("approve", approved.value("decision"));
        assertTrue(state(key), state(key).contains("\"state\":\"LETTER\""));

        RunningInstance.Outcome closed = fails(
                "No case with this number is open or proven.",
                "curbside:close-case --json " + number + " 'The letter was lost.'",
                "curbside:close-case --json " + number + " 'The letter was lost again.'");
        assertEquals("closed", closed.value("decision"));
        assertEquals(number, closed.value("number"));
        assertTrue(state(key), state(key).contains("\"state\":\"REFUSED\""));
        expect(201, claim(unclear(0)));
    }

    @Test
    public void anAccountIsOpenedOnceAndItsPasswordShownOnce() throws Exception {
        RunningInstance.Outcome added = fails(
                "Choose another pseudonym; this one is in use.",
                "curbside:operator-add --json Night.Porter",
                "curbside:operator-add --json night.porter");
        assertEquals("Night.Porter", added.value("name"));
        assertTrue(added.said(), added.value("password").length() >= 16);
        assertEquals(1, added.objects().size());
        fails("3 to 30", "curbside:client-add --json No county-health");
    }

    @Test
    public void anAddOnGoesIntoQuarantineAndComesBack() throws Exception {
        String csv = "curbside-export-csv";
        assertEquals(
                "quarantined",
                succeeds("curbside:quarantine --json " + csv + " 'It looks wrong.'")
                        .value("state"));
        RunningInstance.Outcome status = instance().command("curbside:status --json");
        assertNotEquals(status.said(), 0, status.exit());
        assertTrue(status.said(), status.json().contains("\"state\":\"QUARANTINED\""));
        assertTrue(status.said(), status.json().contains("\"problem\":\"It looks wrong.\""));
        assertEquals("released", succeeds("curbside:release --json " + csv).value("state"));
        fails("not in quarantine", "curbside:release " + csv);
        fails("No add-on with this name", "curbside:quarantine curbside-content 'It looks wrong.'");
        succeeds("curbside:status --json");
    }

    @Test
    public void anAddOnIsInstalledUpdatedRolledBackAndRemoved() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "installed");
        String likert = "curbside-poll-likert";
        AddOnJar jar = AddOnJar.copyOf(AddOnsChecked.LIKERT).with("Bundle-Version", "9.0.0");
        Path newer = jar.writeTo(folder.resolve("newer.jar"));
        Path broken = jar.with("Import-Package", "org.nowhere," + jar.header("Import-Package"))
                .writeTo(folder.resolve("broken.jar"));

        RunningInstance.Outcome installed = succeeds("curbside:install --json " + AddOnsChecked.LIKERT);
        assertEquals("WORKING", installed.value("state"));
        String version = installed.value("version");
        assertEquals(
                "9",
                succeeds("curbside:install --json " + newer).value("version").substring(0, 1));
        fails("It needs the package org.nowhere, which nothing here exports.", "curbside:install " + broken);
        assertEquals(version, succeeds("curbside:rollback --json " + likert).value("version"));
        assertEquals(
                "uninstalled", succeeds("curbside:uninstall --json " + likert).value("state"));
        fails("No add-on with this name", "curbside:rollback " + likert);
        assertFalse(succeeds("curbside:status --json").said().contains(likert));
        assertWrittenDown(version);
    }

    /** By their key, the scripts come as the console's user "operator". */
    private static void assertWrittenDown(String version) throws Exception {
        String entries = succeeds("curbside:audit --json --limit 6").json();
        assertEquals(entries, 6, entries.split("\"who\":\"operator \\(console\\)\"", -1).length - 1);
        for (String part : List.of(
                "\"act\":\"INSTALL\",\"addOn\":\"curbside-poll-likert\",\"version\":\"" + version + "\",\"sha256\":\"",
                "\"done\":false,\"reason\":\"It needs the package org.nowhere",
                "\"act\":\"ROLLBACK\",\"addOn\":\"curbside-poll-likert\",\"version\":\"" + version + "\"",
                "\"act\":\"UNINSTALL\"",
                "\"done\":false,\"reason\":\"No add-on with this name is installed")) {
            assertTrue(part + " in " + entries, entries.contains(part));
        }
        assertTrue(succeeds("curbside:audit").said().contains("operator (console)"));
    }

    @Test
    public void anAddOnIsTakenFromTheCatalogueByItsName() throws Exception {
        String likert = "curbside-poll-likert";
        String offered = succeeds("curbside:list --json").json();
        assertTrue(offered, offered.contains("{\"name\":\"" + likert + "\",\"installed\":null,\"available\":\"0."));
        assertTrue(offered, offered.contains("\"provides\":[\"poll.PollType \\\"likert\\\"\"]"));
        assertTrue(offered, offered.contains("{\"name\":\"curbside-poll-choice\",\"installed\":{\"name\""));
        for (String house : List.of("curbside-web", "curbside-api", "curbside-demonstration")) {
            assertFalse(offered, offered.contains("{\"name\":\"" + house));
        }

        RunningInstance.Outcome plan = succeeds("curbside:plan --json " + likert, "curbside:plan " + likert);
        assertTrue(plan.said(), plan.json().contains("\"running\":null,\"uses\":[],\"meanwhile\":[]"));
        assertTrue(plan.said(), plan.said().contains("curbside:uninstall " + likert + " takes it away again"));
        fails("No add-on with this name is installed", "curbside:update " + likert);
        assertEquals("WORKING", succeeds("curbside:install --json " + likert).value("state"));
        assertTrue(succeeds("curbside:plan " + likert).said().contains("curbside:rollback " + likert + " brings"));
        assertEquals("WORKING", succeeds("curbside:update --json " + likert).value("state"));
        succeeds("curbside:list", "curbside:uninstall " + likert);
        fails("No feature repository has an add-on of this name", "curbside:install curbside-web");
    }

    @Test
    public void aPlanNamesWhatNeedsTheAddOn() throws Exception {
        String plan =
                succeeds("curbside:plan --json curbside-verification-nppes").json();
        assertTrue(
                plan, plan.matches(".*\"uses\":\\[\"[0-9]+ claims\"],\"meanwhile\":\\[\"New claims wait a moment.*"));
    }

    @Test
    public void theDoctorSaysWhatIsWrongAndWhatToDo() throws Exception {
        RunningInstance.Outcome well = succeeds("curbside:doctor --json", "curbside:doctor");
        assertTrue(well.said(), well.json().contains("\"healthy\":true"));
        assertTrue(well.said(), well.said().contains("Everything works"));

        succeeds("curbside:quarantine curbside-export-csv 'It looks wrong.'");
        try {
            fails("1 thing to set right", "curbside:doctor");
            String ill = instance().command("curbside:doctor --json").json();
            assertTrue(
                    ill,
                    ill.contains(
                            "\"about\":\"curbside-export-csv\",\"sentence\":\"It is quarantined. It looks wrong.\""));
        } finally {
            succeeds("curbside:release curbside-export-csv");
        }
    }

    @Test
    public void everyCommandExplainsItself() throws Exception {
        for (String command : List.of(
                "list",
                "plan",
                "install",
                "update",
                "rollback",
                "uninstall",
                "quarantine",
                "release",
                "doctor",
                "audit",
                "screen")) {
            String help = succeeds("curbside:" + command + " --help").said();
            assertTrue(help, help.contains("DESCRIPTION") && help.contains("--json"));
        }
    }

    @Test
    public void whatCannotBeDoneSaysWhy() throws Exception {
        fails("Give the whole path of nowhere.csv", "curbside:registry-load nppes nowhere.csv");
        fails("Give the whole path of likert.jar", "curbside:install likert.jar");
        fails("There is no file /nowhere.csv that can be read.", "curbside:registry-load --json nppes /nowhere.csv");
        fails("There is no registry \"board\". Installed: [nppes]", "curbside:registry-load board /nowhere.csv");
        fails("is required", "curbside:client-add Somebody");
        fails("Command not found: ", "curbside:nonsense");
    }

    private static RunningInstance.Outcome succeeds(String... commands) throws Exception {
        RunningInstance.Outcome outcome = instance().command(commands);
        assertEquals(outcome.said(), 0, outcome.exit());
        return outcome;
    }

    /** The last of the commands fails with that sentence, and nobody is shown where in the code. */
    private static RunningInstance.Outcome fails(String sentence, String... commands) throws Exception {
        RunningInstance.Outcome outcome = instance().command(commands);
        assertNotEquals(outcome.said(), 0, outcome.exit());
        assertTrue(outcome.said(), outcome.said().contains(sentence));
        assertEquals(outcome.said(), commands.length - 1, outcome.objects().size());
        assertFalse(outcome.said(), outcome.said().contains("\tat "));
        return outcome;
    }

    private HttpResponse<String> claim(int row) throws Exception {
        return stranger.postJson(
                "/api/licence-desk/claims",
                json(
                        "givenName",
                        NppesFile.givenName(0),
                        "familyName",
                        NppesFile.familyName(0),
                        "npi",
                        NppesFile.npi(row)));
    }

    private String state(String key) throws Exception {
        return stranger.postJson("/api/licence-desk/status", json("key", key)).body();
    }
}
