package org.curbside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.curbside.api.credential.Blinding;
import org.curbside.api.credential.IssuerKey;
import org.curbside.testkit.NppesFile;

/** The whole road at a gentle rate: every physician of a made-up registry becomes a member, asks, advises, rates and votes. */
public final class Road {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a password for the bench";
    private static final int EACH = 3;

    /** Of every twenty rows of the made-up registry the first sixteen are physicians. */
    private static final int KINDS = 20;

    private static final int PHYSICIANS = 16;

    private final Load load;
    private final Api stranger;
    private final Console console;
    private final int size;

    Road(Load load, Api stranger, Console console, int size) {
        this.load = load;
        this.stranger = stranger;
        this.console = console;
        this.size = size;
    }

    /** URL, bin/curbside, process number, registry file, physicians, requests per second; prints one JSON object. */
    public static void main(String[] arguments) throws Exception {
        int size = Integer.parseInt(arguments[4]);
        Api stranger = Api.at(arguments[0]);
        Console console = new Console(arguments[1]);
        console.run("curbside:registry-load --json nppes " + arguments[3]);
        try (Load load = new Load(Double.parseDouble(arguments[5]), arguments[2])) {
            new Road(load, stranger, console, size).walk();
            System.out.println(JSON.writeValueAsString(Map.of("steps", load.steps())));
        }
    }

    private void walk() throws Exception {
        List<Api> members = join();
        List<JsonNode> questions = ask(members);
        List<JsonNode> advice = advise(members, questions);
        rateAndVote(members, questions, advice);
        read(members, questions);
        release(questions);
    }

    /** The keys of cases whose physicians have typed in the codes of their letters. */
    List<String> proven() throws Exception {
        List<String> keys = all(load.each("claim", size, n -> () -> claim(row(n))));
        Map<String, String> codes = codes();
        all(load.each("prove", size, n -> () -> prove(keys.get(n), codes.getOrDefault("" + row(n), ""))));
        return keys;
    }

    List<Api> join() throws Exception {
        List<String> keys = proven();
        List<Blinding> blindings = new ArrayList<>();
        for (String key : keys) {
            blindings.add(blinding(key));
        }
        List<String> signatures =
                all(load.each("blind signature", size, n -> () -> sign(keys.get(n), blindings.get(n))));
        List<String> credentials = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            credentials.add(blindings.get(n).finish(signatures.get(n)).toText());
        }
        load.each(
                "join",
                size,
                n -> () -> stranger.post(
                        "/api/session/member",
                        Map.of("credential", credentials.get(n), "pseudonym", "bench" + n, "password", PASSWORD)));
        return all(load.each("sign in", size, n -> () -> signIn("bench" + n, PASSWORD)));
    }

    static int row(int n) {
        return n / PHYSICIANS * KINDS + n % PHYSICIANS;
    }

    private String claim(int row) throws IOException, InterruptedException {
        return stranger.post(
                        "/api/licence-desk/claims",
                        Map.of(
                                "givenName", NppesFile.givenName(row),
                                "familyName", NppesFile.familyName(row),
                                "npi", NppesFile.npi(row)))
                .get("key")
                .asText();
    }

    /** The codes in the letters, by row: an address begins with its row's number. */
    private Map<String, String> codes() throws IOException, InterruptedException {
        Map<String, String> codes = new HashMap<>();
        for (JsonNode letter :
                JSON.readTree(console.run("curbside:letters --json")).get("letters")) {
            String address = letter.get("lines").get(1).asText();
            codes.put(
                    address.substring(0, address.indexOf(' ')),
                    letter.get("code").asText());
        }
        return codes;
    }

    private String prove(String key, String code) throws IOException, InterruptedException {
        return stranger.post("/api/licence-desk/proof", Map.of("key", key, "code", code))
                .get("state")
                .asText();
    }

    /** On this side, and so in nobody's time. */
    Blinding blinding(String key) throws Exception {
        JsonNode issuer = stranger.post("/api/licence-desk/issuer", Map.of("key", key));
        IssuerKey signing = new IssuerKey(
                issuer.get("group").asText(),
                LocalDate.parse(issuer.get("epoch").asText()),
                issuer.get("spki").asText(),
                issuer.get("chain").asText());
        KeyPair member = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return Blinding.of(signing, member.getPublic(), new SecureRandom());
    }

    String sign(String key, Blinding blinding) throws IOException, InterruptedException {
        Map<String, String> asked = Map.of("key", key, "keyId", blinding.keyId(), "blinded", blinding.blinded());
        return stranger.post("/api/licence-desk/credential", asked)
                .get("signature")
                .asText();
    }

    Api signIn(String name, String password) throws IOException, InterruptedException {
        return stranger.as(stranger.post("/api/session", Map.of("name", name, "password", password))
                .get("session")
                .asText());
    }

    private List<JsonNode> ask(List<Api> members) throws Exception {
        return all(load.each(
                "ask with a poll",
                Math.max(EACH, size / 5),
                n -> () -> members.get(n % size)
                        .post(
                                "/api/questions",
                                Map.of(
                                        "specialty", NppesFile.taxonomy(n),
                                        "title", "When do you restart, case " + n + "?",
                                        "text", "A frail patient after a small subdural, doing well since.",
                                        "topics", List.of("stroke", "anticoagulation"),
                                        "poll",
                                                Map.of(
                                                        "type", "choice",
                                                        "text", "When?",
                                                        "choices", List.of("Two weeks", "Four weeks", "Never"))))));
    }

    private List<JsonNode> advise(List<Api> members, List<JsonNode> questions) throws Exception {
        return all(load.each(
                "advise",
                size,
                n -> () -> members.get(n)
                        .post(
                                "/api/questions/" + id(questions, n) + "/comments",
                                Map.of("text", "After four weeks, if the scan shows no new blood."))));
    }

    private void rateAndVote(List<Api> members, List<JsonNode> questions, List<JsonNode> advice) throws Exception {
        List<String> words = List.of("AGREE", "AGREE", "PARTLY", "DISAGREE");
        load.each(
                "rate",
                EACH * size,
                n -> () -> members.get(n % size)
                        .put(
                                "/api/comments/" + id(advice, n % size + 1 + n / size) + "/rating",
                                Map.of("rating", words.get(n % words.size()))));
        load.each(
                "vote",
                EACH * size,
                n -> () -> members.get(n % size)
                        .post(
                                "/api/polls/"
                                        + questions
                                                .get((n + n / size) % questions.size())
                                                .get("poll")
                                                .asText() + "/ballots",
                                Map.of("choice", List.of("" + (1 + n % EACH)))));
    }

    private void read(List<Api> members, List<JsonNode> questions) throws Exception {
        load.each("read the feed", EACH * size, n -> () -> members.get(n % size).text("/"));
        load.each(
                "read a question",
                EACH * size,
                n -> () -> members.get(n % size).text("/questions/" + id(questions, n)));
    }

    private void release(List<JsonNode> questions) throws Exception {
        JsonNode card = JSON.readTree(console.run("curbside:client-add --json Reader fund"));
        Api analyst = signIn("Reader", card.get("password").asText());
        load.each("heat map", EACH, n -> () -> analyst.text("/api/client/heat-map"));
        List<JsonNode> releases = all(load.each(
                "poll's release",
                questions.size(),
                n -> () -> analyst.get(
                        "/api/client/polls/" + questions.get(n).get("poll").asText())));
        load.each(
                "download",
                releases.size(),
                n -> () -> analyst.text(
                        "/api/client/releases/" + releases.get(n).get("id").asText() + "/csv"));
    }

    private static String id(List<JsonNode> posts, int n) {
        return posts.get(n % posts.size()).get("id").asText();
    }

    /** The road goes on only when every step of this kind came through. */
    private static <T> List<T> all(List<Optional<T>> results) {
        return IntStream.range(0, results.size())
                .mapToObj(n -> results.get(n)
                        .orElseThrow(() -> new IllegalStateException("No. " + n + " failed; the road ends here")))
                .toList();
    }
}
