package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.MEDICINE;
import static org.curbside.itests.OperatorsDayIT.SURGERY;
import static org.curbside.itests.OperatorsDayIT.chromium;
import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.internists;
import static org.curbside.itests.OperatorsDayIT.surgeons;
import static org.curbside.itests.People.field;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.BeforeClass;
import org.junit.Test;

/** Twelve internists and three surgeons wrote on a topic: a client learns the twelve, and not that there were three. */
public class HeatMapForAClient {

    private static final String TOPIC = "restart after bleeding";

    /** The surgeons alone wrote on this. */
    private static final String RARITY = "rarity";

    /** Whatever a member writes is text, wherever it turns up. */
    private static final String MARKUP = "<1>alert(1)&lt;";

    private static final String ESCAPED = "&lt;1&gt;alert(1)&amp;lt;";

    private static Client analyst;
    private static String password;

    @BeforeClass
    public static void takeOver() throws Exception {
        List<Client> writers = new ArrayList<>(internists());
        writers.addAll(surgeons());
        takeOver(EarlierAdvice.bundle("in-company", List.of(TOPIC, MARKUP), writers));
        takeOver(EarlierAdvice.bundle("alone", List.of(RARITY), surgeons()));
        Patience.until("the posts are counted", () -> {
            String topics = internists().get(0).get("/api/topics").body();
            return counted(TOPIC, 15).matcher(topics).find()
                    && counted(RARITY, 3).matcher(topics).find();
        });
        password = instance()
                .command("curbside:client-add --json Reader county-health")
                .value("password");
        analyst = new Members(instance()).signIn("Reader", password);
    }

    @Test
    public void aCellOfTwelveIsShownWithItsNumber() throws Exception {
        String map = analyst.get("/api/client/heat-map").body();
        assertTrue(map, cell(MEDICINE, "\"12\"").matcher(map).find());
        assertEquals(
                "{\"physicians\":12}", analyst.get(address(TOPIC, MEDICINE)).body());
    }

    @Test
    public void aCellOfThreeIsRefusedByNameAndToldNowhere() throws Exception {
        assertProblem(403, "cell-suppressed", analyst.get(address(TOPIC, SURGERY)));
        String map = analyst.get("/api/client/heat-map").body();
        assertTrue(
                map,
                cell(SURGERY, Pattern.quote("{\"suppressed\":true}"))
                        .matcher(map)
                        .find());
        assertFalse(map, map.contains("\"3\""));
    }

    @Test
    public void aTopicOfThreeIsNotEvenNamed() throws Exception {
        assertProblem(403, "cell-suppressed", analyst.get(address(RARITY, SURGERY)));
        for (String page : List.of("/api/client/heat-map", "/client")) {
            String body = analyst.get(page).body();
            assertFalse(body, body.contains(RARITY));
        }
    }

    @Test
    public void itIsTakenHomeWithItsCodebookAndItsMethod() throws Exception {
        String release = field(analyst.get("/api/client/heat-map"), "id");
        Map<String, String> files = unzipped(analyst, "/api/client/releases/" + release + "/csv");
        assertEquals(List.of("codebook.csv", "heat_map.csv", "method.txt"), List.copyOf(files.keySet()));
        String table = files.get("heat_map.csv");
        assertTrue(table, table.contains("\r\n" + TOPIC + "," + MEDICINE + ",Internal Medicine,12,"));
        assertTrue(table, table.contains("\r\n" + TOPIC + "," + SURGERY + ",Surgery,suppressed"));
        assertTrue(files.get("codebook.csv").contains("heat_map,physicians,COUNT,"));
        for (String line : List.of("Population: ", "Physicians: ", "Period: ", "Noise: ", "Suppression: ")) {
            assertTrue(files.get("method.txt"), files.get("method.txt").contains("\r\n" + line));
        }
    }

    @Test
    public void itIsDrawnForAClientAndMarkupInATopicIsText() throws Exception {
        Page client = chromium().signedIn("Reader", password);
        chromium().look(client, "/client", "client");
        String page = client.content();
        assertTrue(page, page.contains(">12</td>"));
        assertTrue(page, page.contains("fewer than 11, suppressed"));
        for (Client reader : List.of(analyst, internists().get(0))) {
            String raw = reader.get(reader == analyst ? "/client" : "/topics").body();
            assertTrue(raw, raw.contains(ESCAPED));
            assertFalse(raw, raw.contains("<1>"));
        }
    }

    private static void takeOver(Path archive) throws Exception {
        RunningInstance.Outcome installed = instance().command("bundle:install -s " + archive.toUri());
        assertEquals(installed.said(), 0, installed.exit());
    }

    private static Pattern counted(String topic, int posts) {
        return Pattern.compile("\"" + topic + "\",\"weeks\":\\[[0-9,]*\\b" + posts + "\\b");
    }

    private static Pattern cell(String specialty, String count) {
        return Pattern.compile(Pattern.quote("[\"" + TOPIC + "\",\"" + specialty + "\",") + "\"[^\"]*\"," + count);
    }

    private static String address(String topic, String specialty) {
        return "/api/client/heat-map/cell?topic=" + topic.replace(" ", "%20") + "&specialty=" + specialty;
    }

    private static Map<String, String> unzipped(Client client, String address) throws Exception {
        HttpResponse<byte[]> file = client.send(client.request(address), BodyHandlers.ofByteArray());
        assertEquals(
                new String(file.body(), StandardCharsets.ISO_8859_1),
                "application/zip",
                file.headers().firstValue("Content-Type").orElseThrow());
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.body()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
