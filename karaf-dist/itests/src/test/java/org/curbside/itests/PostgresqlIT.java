package org.curbside.itests;

import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.testkit.NppesFile;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The road on PostgreSQL: only the two data source files differ. */
public class PostgresqlIT {

    private static final String PASSWORD = "four words make one";

    private static EmbeddedPostgres postgresql;
    private static RunningInstance instance;

    @BeforeClass
    public static void start() throws Exception {
        postgresql = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        try (var connection = postgresql.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database community");
            statement.execute("create database desk");
        }
        instance = RunningInstance.unpack();
        for (String name : List.of("community", "desk")) {
            String file = "org.ops4j.datasource-" + name + ".cfg";
            instance.edit(file, "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver");
            instance.edit(
                    file,
                    "url",
                    "jdbc:postgresql://localhost:" + postgresql.getPort() + "/" + name + "?reWriteBatchedInserts=true");
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
        NppesFile.write(registry, 500);
        for (int round = 0; round < 2; round++) {
            RunningInstance.Outcome loaded = instance.command("curbside:registry-load --json nppes " + registry);
            assertTrue(loaded.said(), loaded.json().contains("\"stored\":475"));
        }
        Client physician = member(0);
        Client colleague = member(1);
        HttpResponse<String> asked = physician.postJson(
                "/api/questions",
                "{\"specialty\":\"207R00000X\",\"title\":\"When do you restart?\",\"text\":\"A frail patient after a small"
                        + " subdural.\",\"topics\":[\"stroke\"],\"poll\":{\"type\":\"choice\",\"text\":\"When?\","
                        + "\"choices\":[\"Two weeks\",\"Four weeks\"]}}");
        expect(201, asked);
        String question = "/api/questions/" + field(asked, "id");
        String ballots = "/api/polls/" + field(asked, "poll") + "/ballots";
        expect(204, physician.postJson(ballots, "{\"choice\":[\"1\"]}"));
        expect(409, physician.postJson(ballots, "{\"choice\":[\"1\"]}"));
        HttpResponse<String> comment = colleague.postJson(question + "/comments", json("text", "Four weeks."));
        expect(201, comment);
        expect(
                200,
                physician.send(physician
                        .request("/api/comments/" + field(comment, "id") + "/rating")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json("rating", "AGREE")))));
        expect(
                201,
                physician.postJson(
                        "/api/adverse-event-reports",
                        "{\"question\":" + field(asked, "id")
                                + ",\"product\":\"apixaban\",\"reaction\":\"alopecia\"}"));
        assertTrue(physician.get("/api/signals").body().contains("apixaban"));
        String password =
                value(instance.command("curbside:client-add --json Reader fund").json(), "password");
        Client analyst = signIn("Reader", password);
        expect(403, analyst.get("/api/client/polls/" + field(asked, "poll")));
        expect(200, analyst.get("/api/client/heat-map"));
        instance.kill();
        instance.start();
        assertEquals(200, physician.get(question).statusCode());
    }

    private Client member(int row) throws Exception {
        Client stranger = Client.of(instance.url());
        HttpResponse<String> claim = stranger.postJson(
                "/api/licence-desk/claims",
                json(
                        "givenName", NppesFile.givenName(row),
                        "familyName", NppesFile.familyName(row),
                        "npi", NppesFile.npi(row)));
        expect(201, claim);
        String key = field(claim, "key");
        String code = value(instance.command("curbside:letters --json").json(), "code");
        expect(200, stranger.postJson("/api/licence-desk/proof", json("key", key, "code", code)));
        String credential = field(stranger.postJson("/api/licence-desk/credential", json("key", key)), "credential");
        expect(
                201,
                stranger.postJson(
                        "/api/session/member",
                        json("credential", credential, "pseudonym", "member" + row, "password", PASSWORD)));
        return signIn("member" + row, PASSWORD);
    }

    private Client signIn(String name, String password) throws Exception {
        Client stranger = Client.of(instance.url());
        HttpResponse<String> session = stranger.postJson("/api/session", json("name", name, "password", password));
        expect(200, session);
        return stranger.with(field(session, "session"));
    }

    private static String value(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertTrue(json, value.find());
        return value.group(1);
    }
}
