package org.curbside.itests;

import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.curbside.testkit.NppesFile;

/** Takes people of a made-up registry file along the road of a running instance: claim, letter, credential, pseudonym. */
final class Members {

    static final String PASSWORD = "four words make one";

    /** So that a test that failed by it fails again. */
    private static final long LOT = 9474;

    private static final int KINDS = 20;
    private static final int PHYSICIANS = 16;
    private static final Pattern LETTER =
            Pattern.compile("\"lines\":\\[\"[^\"]*\",\"(\\d+) SAMPLE ST\".*?\"code\":\"([^\"]*)\"");

    private final RunningInstance instance;
    private final Client stranger;

    Members(RunningInstance instance) {
        this.instance = instance;
        this.stranger = Client.of(instance.url());
    }

    /** The rows of physicians in that specialty, from the first. */
    static IntStream rows(String specialty) {
        return IntStream.iterate(0, row -> row + 1)
                .filter(row -> row % KINDS < PHYSICIANS)
                .filter(row -> NppesFile.taxonomy(row).equals(specialty));
    }

    /**
     * The physicians in these rows, signed in. All their letters are printed at once, and all have their credentials before the
     * first of them joins, in an order drawn by lot, as it is after days of waiting.
     */
    List<Client> join(IntStream rows) throws Exception {
        Map<Integer, String> keys = new LinkedHashMap<>();
        for (int row : rows.toArray()) {
            keys.put(row, claim(row));
        }
        Map<Integer, String> codes = codes();
        Map<Integer, String> credentials = new LinkedHashMap<>();
        for (Map.Entry<Integer, String> claim : keys.entrySet()) {
            credentials.put(claim.getKey(), credential(claim.getValue(), codes.get(claim.getKey())));
        }
        List<Integer> drawn = new ArrayList<>(keys.keySet());
        Collections.shuffle(drawn, new Random(LOT));
        for (int row : drawn) {
            join("member" + row, credentials.get(row));
        }
        List<Client> members = new ArrayList<>();
        for (int row : keys.keySet()) {
            members.add(signIn("member" + row, PASSWORD));
        }
        return members;
    }

    /** The key of the case of the physician in that row, who has typed in the code. */
    String proven(int row) throws Exception {
        String key = claim(row);
        expect(200, stranger.postJson("/api/licence-desk/proof", json("key", key, "code", codes().get(row))));
        return key;
    }

    private String claim(int row) throws Exception {
        String person = json(
                "givenName", NppesFile.givenName(row),
                "familyName", NppesFile.familyName(row),
                "npi", NppesFile.npi(row));
        HttpResponse<String> claim = stranger.postJson("/api/licence-desk/claims", person);
        expect(201, claim);
        return field(claim, "key");
    }

    /** By row: the address in the registry begins with its number. */
    private Map<Integer, String> codes() throws Exception {
        Map<Integer, String> codes = new HashMap<>();
        Matcher letter =
                LETTER.matcher(instance.command("curbside:letters --json").json());
        while (letter.find()) {
            codes.put(Integer.valueOf(letter.group(1)), letter.group(2));
        }
        return codes;
    }

    private String credential(String key, String code) throws Exception {
        expect(200, stranger.postJson("/api/licence-desk/proof", json("key", key, "code", code)));
        return BlindClient.credential(stranger, key);
    }

    private void join(String pseudonym, String credential) throws Exception {
        expect(
                201,
                stranger.postJson(
                        "/api/session/member",
                        json("credential", credential, "pseudonym", pseudonym, "password", PASSWORD)));
    }

    /** Whoever has that name and password. */
    Client signIn(String name, String password) throws Exception {
        HttpResponse<String> session = stranger.postJson("/api/session", json("name", name, "password", password));
        expect(200, session);
        return stranger.with(field(session, "session"));
    }
}
