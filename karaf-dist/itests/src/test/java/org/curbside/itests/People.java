package org.curbside.itests;

import static org.junit.Assert.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.RegistryLoader;
import org.curbside.api.paging.Page;
import org.curbside.spi.verification.Npi;
import org.osgi.framework.BundleContext;

/** Makes members of people in the made-up registry, by the way that everyone goes. */
final class People {

    static final String PASSWORD = "four words make one";

    private static final List<String> GIVEN =
            List.of("ADA", "BRAM", "CHLOE", "DEV", "ELIN", "FAROUK", "GRETA", "HUGO", "INES", "JUN", "KWAME");
    private static final List<String> FAMILY = List.of(
            "ABBOTT",
            "BJORNSON",
            "CASTILLO-REYES",
            "DELACROIX",
            "EKWUEME",
            "FITZGERALD",
            "GUPTA",
            "HALVORSEN",
            "IBARRA",
            "JANSSEN",
            "KOWALSKI",
            "LINDQVIST",
            "MBEKI");
    private static final Map<Integer, Client> MEMBERS = new ConcurrentHashMap<>();

    private final BundleContext context;
    private final Client stranger = Client.ofTheFrontDoor();

    People(BundleContext context) {
        this.context = context;
    }

    static String npi(int row) {
        return Npi.withCheckDigit(String.valueOf(200_000_000 + row));
    }

    /** The physician in a row of the registry, signed in; the first time, by licence, letter and credential. */
    Client member(int row) throws Exception {
        Client known = MEMBERS.get(row);
        if (known != null) {
            return known;
        }
        Patience.until("ready", () -> Client.ofManagement().get("/health/ready").statusCode() == 200);
        Patience.until("nppes", () -> service(RegistryLoader.class).registries().contains("nppes"));
        service(RegistryLoader.class).load("nppes", Path.of(System.getProperty(Distribution.REGISTRY)), report -> {});
        HttpResponse<String> claim = claim(row);
        assertEquals(claim.body(), 201, claim.statusCode());
        String key = field(claim, "key");
        expect(200, stranger.postJson("/api/licence-desk/proof", json("key", key, "code", code(row))));
        String credential = BlindClient.credential(stranger, key);
        String joining = json("credential", credential, "pseudonym", "member" + row, "password", PASSWORD);
        expect(201, stranger.postJson("/api/session/member", joining));
        Client member = signIn("member" + row, PASSWORD);
        MEMBERS.put(row, member);
        return member;
    }

    HttpResponse<String> claim(int row) throws Exception {
        return claim(GIVEN.get(row % GIVEN.size()), FAMILY.get(row % FAMILY.size()), npi(row));
    }

    HttpResponse<String> claim(String given, String family, String npi) throws Exception {
        return stranger.postJson(
                "/api/licence-desk/claims", json("givenName", given, "familyName", family, "npi", npi));
    }

    Client signIn(String name, String password) throws Exception {
        return stranger.with(
                field(stranger.postJson("/api/session", json("name", name, "password", password)), "session"));
    }

    /** The code in the letter to a row of the registry: its address begins with the row's number. */
    private String code(int row) {
        DeskOffice office = service(DeskOffice.class);
        return Page.every(0, after -> office.letters(after, Page.MOST)).stream()
                .filter(letter -> letter.lines().get(1).equals(row + " SAMPLE ST"))
                .map(Letter::code)
                .findFirst()
                .orElseThrow();
    }

    <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }

    static String json(String... namesAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.append(i == 0 ? "" : ",").append('"').append(namesAndValues[i]).append("\":");
            json.append('"').append(namesAndValues[i + 1]).append('"');
        }
        return json.append('}').toString();
    }

    /** The first value with that name in a JSON object. */
    static String field(HttpResponse<String> response, String name) {
        Matcher value =
                Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|([0-9]+))").matcher(response.body());
        if (!value.find()) {
            throw new AssertionError("No " + name + " in " + response.statusCode() + " " + response.body());
        }
        return value.group(1) == null ? value.group(2) : value.group(1);
    }

    static void expect(int status, HttpResponse<String> response) {
        assertEquals(response.body(), status, response.statusCode());
    }
}
