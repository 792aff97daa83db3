package org.curbside.itests;

import static org.curbside.itests.PartnersDayIT.instance;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the partner's guide says, done with the archive alone. */
public class PartnersWay {

    private static final List<String> KINDS = List.of("poll", "specialty", "verification", "screening", "export");

    private static Workshop workshop;
    private static List<Path> projects;
    private static List<Path> jars;

    /** One of each kind; their contract tests pass. */
    @BeforeClass
    public static void begin() throws Exception {
        workshop = Workshop.with(instance().etc().resolveSibling("partners"));
        projects = new ArrayList<>();
        for (String kind : KINDS) {
            projects.add(workshop.generate(kind, "my-" + kind));
        }
        jars = workshop.build(projects);
    }

    @Test
    public void aProjectIsSmallAndHoldsItsKindAlone() throws Exception {
        for (Path project : projects) {
            try (Stream<Path> files = Files.walk(project.resolve("src"))) {
                assertEquals("" + project, 2, files.filter(Files::isRegularFile).count());
            }
            assertTrue(Files.readAllLines(project.resolve("pom.xml")).size() < 15);
        }
    }

    @Test
    public void everyContractWasTried() throws Exception {
        for (Path project : projects) {
            try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
                Path report = reports.filter(file -> file.toString().endsWith(".txt"))
                        .findFirst()
                        .orElseThrow();
                assertTrue(Files.readString(report), Files.readString(report).matches("(?s).*Tests run: \\d\\d?, .*"));
            }
        }
    }

    @Test
    public void eachKindIsInstalledAndRemoved() throws Exception {
        RunningInstance.Outcome installed = instance()
                .command(jars.stream()
                        .map(jar -> "curbside:install --json " + jar)
                        .toArray(String[]::new));
        assertEquals(installed.said(), 0, installed.exit());
        assertEquals(installed.said(), KINDS.size(), installed.objects().size());
        installed.objects().forEach(addOn -> assertTrue(addOn, addOn.contains("\"state\":\"WORKING\"")));
        RunningInstance.Outcome removed = instance()
                .command(KINDS.stream()
                        .map(kind -> "curbside:uninstall my-" + kind)
                        .toArray(String[]::new));
        assertEquals(removed.said(), 0, removed.exit());
    }

    @Test
    public void aNewBuildIsOfferedWhileItsFolderIsWatched() throws Exception {
        Path poll = projects.get(0);
        Process watch = instance().beginCommand("curbside:watch " + poll.resolve("target"));
        try {
            Patience.until("the build that is there", () -> isOffered("How soon to be seen"));
            Path source = poll.resolve("src/main/java/org/example/UrgencyPoll.java");
            Files.writeString(source, Files.readString(source).replace("soon to be seen", "urgent it is"));
            workshop.build(List.of(poll));
            Patience.until("the new build", () -> isOffered("How urgent it is"));
        } finally {
            watch.descendants().forEach(ProcessHandle::destroy);
            watch.waitFor();
        }
        RunningInstance.Outcome removed = instance().command("curbside:uninstall my-poll");
        assertEquals(removed.said(), 0, removed.exit());
    }

    private static boolean isOffered(String pollType) throws Exception {
        return Client.of(instance().url()).get("/api/poll-types").body().contains('"' + pollType + '"');
    }
}
