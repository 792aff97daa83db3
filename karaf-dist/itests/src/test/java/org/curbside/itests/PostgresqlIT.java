package org.curbside.itests;

import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.curbside.testkit.NppesFile;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The road on PostgreSQL: only the two data source files differ. */
public class PostgresqlIT {

    private static KillablePostgresql postgresql;
    private static RunningInstance instance;

    @BeforeClass
    public static void start() throws Exception {
        postgresql = new KillablePostgresql("community", "desk");
        instance = RunningInstance.unpack();
        for (String name : List.of("community", "desk")) {
            String file = "org.ops4j.datasource-" + name + ".cfg";
            instance.edit(file, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver");
            instance.edit(file, "url", postgresql.url(name));
            instance.edit(file, "user", "postgres");
        }
        instance.start();
    }

    @AfterClass
    public static void stop() throws Exception {
        if (instance != null) {
            instance.close();
        }
        if (postgresql != null) {
            postgresql.close();
        }
    }

    @Test
    public void theRoadIsTheSame() throws Exception {
        Path registry = Files.createTempDirectory("registry").resolve("nppes.csv");
        NppesFile.write(registry, 800);
        for (int round = 0; round < 2; round++) {
            RunningInstance.Outcome loaded = instance.command("curbside:registry-load --json nppes " + registry);
            assertTrue(loaded.said(), loaded.json().contains("\"stored\":760"));
        }
        List<Client> members = new Members(instance).join(IntStream.range(0, 4));
        Client physician = members.get(0);
        Client colleague = members.get(1);
        HttpResponse<String> asked = physician.postJson(
                "/api/questions",
                "{\"specialty\":\"207R00000X\",\"title\":\"When do you restart?\",\"text\":\"A frail patient after a small"
                        + " subdural.\",\"topics\":[\"stroke\"],\"poll\":{\"type\":\"choice\",\"text\":\"When?\","
                        + "\"choices\":[\"Two weeks\",\"Four weeks\"]}}");
        expect(201, asked);
        String question = "/api/questions/" + field(asked, "id");
        String ballots = "/api/polls/" + field(asked, "poll") + "/ballots";
        expect(204, physician.postJson(ballots, "{\"choice\":[\"1\"]}"));
        assertProblem(409, "already-answered", physician.postJson(ballots, "{\"choice\":[\"1\"]}"));
        HttpResponse<String> comment = colleague.postJson(question + "/comments", json("text", "Four weeks."));
        expect(201, comment);
        expect(200, physician.putJson("/api/comments/" + field(comment, "id") + "/rating", json("rating", "AGREE")));
        expect(
                201,
                physician.postJson(
                        "/api/adverse-event-reports",
                        "{\"question\":" + field(asked, "id")
                                + ",\"product\":\"apixaban\",\"reaction\":\"alopecia\"}"));
        assertTrue(physician.get("/api/signals").body().contains("apixaban"));
        String password =
                instance.command("curbside:client-add --json Reader fund").value("password");
        Client analyst = new Members(instance).signIn("Reader", password);
        assertProblem(403, "poll-suppressed", analyst.get("/api/client/polls/" + field(asked, "poll")));
        expect(200, analyst.get("/api/client/heat-map"));
        writesOutliveKillNine(members);
    }

    /** Of the instance and of its database, while four members write. */
    private static void writesOutliveKillNine(List<Client> members) throws Exception {
        Writers writers = new Writers(members, 500);
        writers.writeUntil(() -> {
            postgresql.kill();
            instance.kill();
        });
        postgresql.startAgain();
        instance.start();
        assertEquals("of " + writers.acknowledged(), List.of(), writers.lost());
    }
}
