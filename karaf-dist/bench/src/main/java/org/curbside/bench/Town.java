package org.curbside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.curbside.bench.Traffic.Errand;
import org.curbside.bench.Traffic.Request;
import org.curbside.bench.Trip.End;
import org.curbside.testkit.NppesFile;

/**
 * Members who read, advise, rate, vote, claim and download all day. Whatever is acknowledged is remembered, and can be
 * looked for afterwards.
 */
final class Town {

    static final String READ = "read";
    static final String ADVISE = "advise";
    static final String RATE = "rate";
    static final String VOTE = "vote";
    static final String VOTE_SLOWLY = "vote in a slow poll";
    static final String CLAIM = "claim a licence";
    static final String DOWNLOAD = "download a release";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ADVISERS = 10;
    private static final int PAGE = 100;

    private final Api stranger;
    private final Api analyst;
    private final List<Api> members;
    private final AtomicInteger row;
    private final List<String> quiet = new ArrayList<>();
    private final List<String> rated = new ArrayList<>();
    private final List<String> busy = new ArrayList<>();
    private final List<String> polls = new ArrayList<>();
    private final List<String> slowPolls = new ArrayList<>();
    private final String release;
    private final AtomicInteger votes = new AtomicInteger();
    private final AtomicInteger slowVotes = new AtomicInteger();
    private final Queue<String> advised = new ConcurrentLinkedQueue<>();
    private final AtomicInteger counted = new AtomicInteger();

    /** Asks the questions that the day goes on. {@code claimed} licences are members already. */
    Town(Api stranger, Api analyst, List<Api> members, int claimed) throws IOException, InterruptedException {
        this.stranger = stranger;
        this.analyst = analyst;
        this.members = members;
        this.row = new AtomicInteger(claimed);
        for (int n = 0; n < ADVISERS; n++) {
            quiet.add(text(ask(n, Map.of()), "id"));
            rated.add(text(
                    members.get(n)
                            .post("/api/questions/" + quiet.get(n) + "/comments", Map.of("text", "After four weeks.")),
                    "id"));
        }
        for (int n = 0; n < members.size(); n++) {
            busy.add(text(ask(n, Map.of()), "id"));
            polls.add(
                    text(ask(n, Map.of("type", "choice", "text", "When?", "choices", List.of("Now", "Then"))), "poll"));
            slowPolls.add(text(ask(n, Map.of("type", "slow", "text", "Slowly?")), "poll"));
        }
        release = text(analyst.get("/api/client/heat-map"), "id");
    }

    private JsonNode ask(int n, Map<String, ?> poll) throws IOException, InterruptedException {
        Map<String, Object> question = new HashMap<>(Map.of(
                "specialty",
                "207R00000X",
                "title",
                "When do you restart, case " + n + "?",
                "text",
                "A frail patient after a small subdural, doing well since.",
                "topics",
                List.of("stroke")));
        if (!poll.isEmpty()) {
            question.put("poll", poll);
        }
        return members.get(n).post("/api/questions", question);
    }

    /** The n-th errand of the day. Of a hundred, 66 read, 12 advise, 12 rate, 5 vote, 2 vote slowly, 2 claim, 1 downloads. */
    Errand errand(int n) {
        int of = n * 37 % 100;
        Api member = members.get(n % members.size());
        if (of < 40) {
            return errand(READ, () -> member.tryGet("/"));
        }
        if (of < 66) {
            return errand(READ, () -> member.tryGet("/questions/" + quiet.get(n % ADVISERS)));
        }
        if (of < 78) {
            return advise(n, member);
        }
        if (of < 90) {
            return rate(n);
        }
        if (of < 97) {
            boolean slow = of >= 95;
            return slow
                    ? vote(VOTE_SLOWLY, slowVotes, slowPolls, SlowPoll.BALLOT)
                    : vote(VOTE, votes, polls, Map.of("choice", List.of("1")));
        }
        return of < 99
                ? errand(CLAIM, claim(Road.row(row.getAndIncrement())))
                : errand(DOWNLOAD, () -> analyst.tryGet("/api/client/releases/" + release + "/csv"));
    }

    private Errand advise(int n, Api member) {
        String question = busy.get(n / 100 % busy.size());
        return new Errand(
                ADVISE,
                () -> member.trySend(
                        "POST", "/api/questions/" + question + "/comments", Map.of("text", "Advice no. " + n + ".")),
                end -> advised.add(question + " " + text(tree(end), "id")));
    }

    /** By somebody who did not give it. */
    private Errand rate(int n) {
        Api rater = members.get(ADVISERS + n % (members.size() - ADVISERS));
        String path = "/api/comments/" + rated.get(n / 100 % ADVISERS) + "/rating";
        return errand(RATE, () -> rater.trySend("PUT", path, Map.of("rating", "PARTLY")));
    }

    /** Each member once in each poll. */
    private Errand vote(String kind, AtomicInteger cast, List<String> in, Map<String, ?> ballot) {
        int n = cast.getAndIncrement();
        Api voter = members.get(n % members.size());
        String path = "/api/polls/" + in.get(n / members.size() % in.size()) + "/ballots";
        return new Errand(kind, () -> voter.trySend("POST", path, ballot), end -> counted.incrementAndGet());
    }

    private Request claim(int of) {
        Map<String, String> claim = Map.of(
                "givenName", NppesFile.givenName(of), "familyName", NppesFile.familyName(of), "npi", NppesFile.npi(of));
        return () -> stranger.trySend("POST", "/api/licence-desk/claims", claim);
    }

    private static Errand errand(String kind, Request request) {
        return new Errand(kind, request, end -> {});
    }

    /** How many acknowledged pieces of advice and ballots are not there. */
    int lost() throws IOException, InterruptedException {
        List<String> there = new ArrayList<>();
        for (String question : busy) {
            String after = "";
            JsonNode part;
            do {
                part = members.get(0)
                        .get("/api/questions/" + question + "/comments?limit=" + PAGE
                                + (after.isEmpty() ? "" : "&after=" + after))
                        .get("items");
                for (JsonNode comment : part) {
                    after = text(comment, "id");
                    there.add(question + " " + after);
                }
            } while (part.size() == PAGE);
        }
        List<String> missing = new ArrayList<>(advised);
        missing.removeAll(there);
        int ballots = 0;
        for (String poll : polls) {
            ballots += members.get(0).get("/api/polls/" + poll).get("ballots").asInt();
        }
        for (String poll : slowPolls) {
            ballots += members.get(0).get("/api/polls/" + poll).get("ballots").asInt();
        }
        return missing.size() + Math.max(0, counted.get() - ballots);
    }

    private static JsonNode tree(End end) {
        try {
            return JSON.readTree(end.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
