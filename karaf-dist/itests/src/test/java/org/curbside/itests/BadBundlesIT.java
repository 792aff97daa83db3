package org.curbside.itests;

import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.curbside.testkit.bad.BadBundle;
import org.curbside.testkit.bundle.Signer;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.ExternalResource;

/**
 * Every bad bundle of the testkit meets one running instance. The instance refuses it, or takes it and survives; it names
 * the culprit in a sentence, and everything else is served. Those that admission finds by a trial are latent here; that it
 * finds them is shown in the guard's own tests.
 */
public class BadBundlesIT {

    private static final int REGISTRY_ROWS = 800;
    private static final int MEMBERS = 3;
    private static final String VOTE = "{\"thumb\":[\"up\"]}";

    /** As many failures as it takes until an add-on is not asked for a while. */
    private static final int ENOUGH = 5;

    /** More than fit into any heap that the instance may have here, with 16 MB each. */
    private static final int MOST_POLLS = 100;

    private static final Set<BadBundle> WRONG_AS_FILES =
            EnumSet.range(BadBundle.WRONG_SPI_VERSION, BadBundle.TAMPERED_BY_CHANGING);

    private static RunningInstance instance;
    private static Path folder;
    private static RunningInstance.Outcome installed;
    private static List<Client> members;

    @ClassRule
    public static final ExternalResource INSTANCE = new ExternalResource() {
        @Override
        protected void before() throws Throwable {
            folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bad");
            instance = RunningInstance.unpack();
            instance.start();
            RegistryFile registry = new RegistryFile("nppes.csv", REGISTRY_ROWS);
            instance.command("curbside:registry-load --json nppes " + registry.path());
            members = new Members(instance)
                    .join(Members.rows(OperatorsDayIT.MEDICINE).limit(MEMBERS));
            List<String> commands = new ArrayList<>();
            for (BadBundle bad : EnumSet.complementOf(EnumSet.copyOf(WRONG_AS_FILES))) {
                if (bad != BadBundle.ENDS_THE_PROCESS) {
                    commands.add("curbside:install --json " + bad.writeLatent(folder));
                }
            }
            installed = instance.command(commands.toArray(String[]::new));
            assertEquals(installed.said(), 0, installed.exit());
        }

        @Override
        protected void after() {
            if (instance != null) {
                instance.close();
            }
        }
    };

    @After
    public void everythingElseIsServed() throws Exception {
        for (String address : List.of("/", "/topics", "/api/questions")) {
            expect(200, members.get(0).get(address));
        }
        expect(204, members.get(1).postJson(ask("choice", "[\"This\",\"That\"]") + "/ballots", "{\"choice\":[\"1\"]}"));
    }

    @Test
    public void throwsInActivate() throws Exception {
        assertNamed(BadBundle.THROWS_IN_ACTIVATE, "FAILING", "It could not be activated; data/log/karaf.log says why.");
        assertFalse(offered(BadBundle.THROWS_IN_ACTIVATE));
    }

    @Test
    public void hangsInActivate() throws Exception {
        Patience.until("it is held", () -> said(BadBundle.HANGS_IN_ACTIVATE).contains("QUARANTINED"));
        assertNamed(BadBundle.HANGS_IN_ACTIVATE, "QUARANTINED", "It was not activated after 20 seconds.");
        assertFalse(offered(BadBundle.HANGS_IN_ACTIVATE));
    }

    @Test
    public void startsSlowly() throws Exception {
        String then = addOn(installed.objects().toString(), BadBundle.STARTS_SLOWLY);
        assertTrue(then, then.contains("Its activation has not come to an end yet."));
        Patience.until("it has started", () -> offered(BadBundle.STARTS_SLOWLY));
        expect(204, vote(0, ask(BadBundle.STARTS_SLOWLY)));
    }

    @Test
    public void hangsInCall() throws Exception {
        String poll = ask(BadBundle.HANGS_IN_CALL);
        ExecutorService voters = Executors.newFixedThreadPool(ENOUGH);
        List<Future<HttpResponse<String>>> votes = new ArrayList<>();
        for (int i = 0; i < ENOUGH; i++) {
            votes.add(voters.submit(() -> vote(0, poll)));
        }
        everythingElseIsServed();
        for (Future<HttpResponse<String>> vote : votes) {
            assertProblem(503, "add-on-failed", vote.get());
        }
        voters.shutdown();
        assertProblem(503, "add-on-resting", vote(0, poll));
        assertNamed(BadBundle.HANGS_IN_CALL, "FAILING", "It fails in \"read\" (TimeoutException)");
        uninstall(BadBundle.HANGS_IN_CALL);
        assertLogged("Add-on bad-hangs-in-call 1.0.0: Threads run on although it has stopped: " + ENOUGH);
    }

    @Test
    public void leaksThreads() throws Exception {
        String poll = ask(BadBundle.LEAKS_THREADS);
        expect(204, vote(0, poll));
        vote(1, poll); // it may be held already when the threads of this one run
        Patience.until("its threads are reported", () -> said(BadBundle.LEAKS_THREADS)
                .contains("Threads run on although it has stopped: 120, such as"));
        assertNamed(BadBundle.LEAKS_THREADS, "QUARANTINED", " threads of its own.");
        assertLogged("Add-on bad-leaks-threads 1.0.0: Threads run on although it has stopped: 120");
    }

    @Test
    public void leaksMemory() throws Exception {
        String classes = "org.curbside.testkit.bad.planted.LeaksMemory";
        int failed = 0;
        for (int i = 0; i < MOST_POLLS && failed < ENOUGH; i++) {
            HttpResponse<String> asked = asked(BadBundle.LEAKS_MEMORY.symbolicName(), "[]");
            failed += asked.statusCode() == 201 ? 0 : 1;
        }
        assertEquals(ENOUGH, failed);
        assertNamed(BadBundle.LEAKS_MEMORY, "FAILING", "(OutOfMemoryError)");
        everythingElseIsServed();
        assertTrue(instance.jcmd("VM.class_hierarchy", classes).contains(classes));
        uninstall(BadBundle.LEAKS_MEMORY);
        Patience.until("its memory is free", () -> {
            instance.jcmd("GC.run");
            return !instance.jcmd("VM.class_hierarchy", classes).contains(classes);
        });
    }

    @Test
    public void returnsGigabytes() throws Exception {
        for (int i = 0; i < ENOUGH; i++) {
            assertProblem(503, "add-on-failed", asked(BadBundle.RETURNS_GIGABYTES.symbolicName(), "[]"));
        }
        assertNamed(BadBundle.RETURNS_GIGABYTES, "FAILING", "It fails in \"figures\"");
    }

    @Test
    public void writesGigabytes() throws Exception {
        String password = instance.command("curbside:client-add --json Reader county-health")
                .value("password");
        Client analyst = new Members(instance).signIn("Reader", password);
        String release = field(analyst.get("/api/client/heat-map"), "id");
        String file = "/api/client/releases/" + release + "/" + BadBundle.WRITES_GIGABYTES.symbolicName();
        for (int i = 0; i < ENOUGH; i++) {
            assertProblem(503, "add-on-failed", analyst.get(file));
        }
        expect(200, analyst.get("/api/client/releases/" + release + "/csv"));
        assertNamed(BadBundle.WRITES_GIGABYTES, "FAILING", "It fails in \"write\"");
    }

    @Test
    public void callsBack() throws Exception {
        String poll = ask(BadBundle.CALLS_BACK);
        for (int i = 0; i < ENOUGH; i++) {
            assertProblem(503, "add-on-failed", vote(0, poll));
        }
        assertNamed(BadBundle.CALLS_BACK, "FAILING", "It fails in \"read\" (StackOverflowError)");
    }

    @Test
    public void stopsInCall() throws Exception {
        assertEquals(503, vote(0, ask(BadBundle.STOPS_IN_CALL)).statusCode());
        Patience.until("it has stopped", () -> said(BadBundle.STOPS_IN_CALL).contains("STOPPED"));
        assertNamed(BadBundle.STOPS_IN_CALL, "STOPPED", "It is not started.");
    }

    @Test
    public void looksForIdentity() throws Exception {
        String poll = members.get(0).get(ask(BadBundle.LOOKS_FOR_IDENTITY)).body();
        assertTrue(poll, poll.contains("It found nothing."));
        assertTrue(said(BadBundle.LOOKS_FOR_IDENTITY).contains("WORKING"));
    }

    @Test
    public void endsTheProcess() throws Exception {
        assertRefused("an add-on must not call System.exit", BadBundle.ENDS_THE_PROCESS);
    }

    @Test
    public void wrongSpiVersion() throws Exception {
        assertRefused("Build it against the spi of this Curbside, or update Curbside.", BadBundle.WRONG_SPI_VERSION);
    }

    @Test
    public void unsigned() throws Exception {
        Path trusted = instance.etc().resolve("trusted/partner.pem");
        Files.writeString(trusted, Signer.named("Partner").certificate());
        try {
            assertRefused("Nobody has signed it.", BadBundle.UNSIGNED);
        } finally {
            Files.delete(trusted);
        }
    }

    @Test
    public void tamperedByAdding() throws Exception {
        assertRefused("It is signed, but not org/example/Added.class.", BadBundle.TAMPERED_BY_ADDING);
    }

    @Test
    public void tamperedByChanging() throws Exception {
        assertRefused("changed after it was signed", BadBundle.TAMPERED_BY_CHANGING);
    }

    private static String ask(BadBundle bad) throws Exception {
        return ask(bad.symbolicName(), "[]");
    }

    /** The address of a new poll of that type. */
    private static String ask(String type, String choices) throws Exception {
        HttpResponse<String> asked = asked(type, choices);
        expect(201, asked);
        return "/api/polls/" + field(asked, "poll");
    }

    private static HttpResponse<String> asked(String type, String choices) throws Exception {
        return members.get(2)
                .postJson(
                        "/api/questions",
                        "{\"specialty\":\"" + OperatorsDayIT.MEDICINE
                                + "\",\"title\":\"What is asked meanwhile\",\"text\":\"Something ordinary, for others.\""
                                + ",\"poll\":{\"type\":\"" + type + "\",\"text\":\"Which?\",\"choices\":" + choices
                                + "}}");
    }

    private static HttpResponse<String> vote(int member, String poll) throws Exception {
        return members.get(member).postJson(poll + "/ballots", VOTE);
    }

    private static boolean offered(BadBundle bad) throws Exception {
        return members.get(0).get("/api/poll-types").body().contains('"' + bad.symbolicName() + '"');
    }

    private static void uninstall(BadBundle bad) throws Exception {
        RunningInstance.Outcome gone = instance.command("curbside:uninstall --json " + bad.symbolicName());
        assertEquals(gone.said(), 0, gone.exit());
    }

    private static void assertRefused(String sentence, BadBundle bad) throws Exception {
        RunningInstance.Outcome refused = instance.command("curbside:install --json " + bad.write(folder));
        assertNotEquals(refused.said(), 0, refused.exit());
        assertTrue(refused.said(), refused.said().contains(sentence));
    }

    /** The status names it, with what is wrong; and it fails for that, as scripts expect. */
    private static void assertNamed(BadBundle bad, String state, String sentence) throws Exception {
        String said = said(bad);
        assertTrue(said, said.contains("\"state\":\"" + state + "\""));
        assertTrue(said, said.replace("\\\"", "\"").contains(sentence));
    }

    private static void assertLogged(String sentence) throws Exception {
        Patience.until(sentence, () -> instance.log().contains(sentence));
    }

    private static String said(BadBundle bad) throws Exception {
        return addOn(instance.command("curbside:status --json").json(), bad);
    }

    /** What is said of it among others. */
    private static String addOn(String json, BadBundle bad) {
        int from = json.indexOf("{\"name\":\"" + bad.symbolicName() + "\"");
        int to = json.indexOf("{\"name\":", from + 1);
        return from < 0 ? "" : json.substring(from, to < 0 ? json.length() : to);
    }
}
