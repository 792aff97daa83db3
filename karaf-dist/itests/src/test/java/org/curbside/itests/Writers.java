package org.curbside.itests;

import static org.curbside.itests.People.json;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Members who ask, vote, advise and rate all at once until the instance is gone, and remember what it acknowledged. What was
 * still under way when it went may be there or not.
 */
final class Writers {

    /** Far more than anyone waits for; whoever gets there was not interrupted. */
    private static final int MOST_ROUNDS = 5_000;

    private static final long PATIENCE_SECONDS = 60;
    private static final String[] RATINGS = {"AGREE", "PARTLY", "DISAGREE"};

    private final List<Client> members;
    private final CountDownLatch enough;
    private final Collection<Written> acknowledged = new ConcurrentLinkedQueue<>();

    /** The latest advice of each member, which the next one rates. */
    private final ConcurrentHashMap<Integer, Written> latest = new ConcurrentHashMap<>();

    private volatile boolean ending;

    /** Enough is when so many writes were acknowledged. */
    Writers(List<Client> members, int enough) {
        this.members = members;
        this.enough = new CountDownLatch(enough);
    }

    /** Lets all of them write, does {@code end} in the middle of it, and waits until each of them has noticed. */
    void writeUntil(Runnable end) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(members.size());
        List<Future<Integer>> rounds = new ArrayList<>();
        for (int member = 0; member < members.size(); member++) {
            int one = member;
            rounds.add(threads.submit(() -> write(one)));
        }
        boolean written = enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        ending = true;
        end.run();
        threads.shutdown();
        for (Future<Integer> round : rounds) {
            if (!written || round.get(PATIENCE_SECONDS, TimeUnit.SECONDS) == MOST_ROUNDS) {
                throw new AssertionError("The end did not come in the middle of the writing.");
            }
        }
    }

    /** How many writes were acknowledged. */
    int acknowledged() {
        return acknowledged.size();
    }

    /** What was acknowledged and is not there, or not as it was written. */
    List<Written> lost() throws Exception {
        List<Written> lost = new ArrayList<>();
        for (Written write : acknowledged) {
            HttpResponse<String> now = write.reader().get(write.address());
            if (now.statusCode() != 200 || !write.says().stream().allMatch(now.body()::contains)) {
                lost.add(write);
            }
        }
        return lost;
    }

    /** Returns in which round the instance was gone. */
    private int write(int member) throws IOException, InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            try {
                round(member, member + "-" + round, RATINGS[round % RATINGS.length]);
            } catch (IOException gone) {
                if (!ending) {
                    throw gone;
                }
                return round;
            }
        }
        return MOST_ROUNDS;
    }

    private void round(int member, String mark, String rating) throws IOException, InterruptedException {
        Client client = members.get(member);
        String title = "Question " + mark + " of many";
        String text = "Written as " + mark + " while others write too.";
        String asking = "{\"specialty\":\"207R00000X\",\"title\":\"" + title + "\",\"text\":\"" + text
                + "\",\"poll\":{\"type\":\"choice\",\"text\":\"Which?\",\"choices\":[\"This\",\"That\"]}}";
        HttpResponse<String> asked = acknowledged(client.postJson("/api/questions", asking));
        String question = "/api/questions/" + People.field(asked, "id");
        String poll = "/api/polls/" + People.field(asked, "poll");
        acknowledge(new Written(client, question, List.of(title, text)));
        acknowledged(client.postJson(poll + "/ballots", "{\"choice\":[\"1\"]}"));
        acknowledge(new Written(client, poll, List.of("\"answered\":true", "\"ballots\":1,")));

        String advice = "Advice " + mark + " on it.";
        HttpResponse<String> given = acknowledged(client.postJson(question + "/comments", json("text", advice)));
        String comment = People.field(given, "id");
        Written written = new Written(client, question + "/comments", List.of("\"id\":" + comment + ",", advice));
        acknowledge(written);
        latest.put(member, written);
        rate(client, latest.get((member + 1) % members.size()), rating);
    }

    /** Once: a second rating would hide the loss of the first. */
    private void rate(Client client, Written advice, String rating) throws IOException, InterruptedException {
        if (advice != null && advice.rated().add(client)) {
            String comment = advice.says().get(0).replaceAll("\\D", "");
            acknowledged(client.putJson("/api/comments/" + comment + "/rating", json("rating", rating)));
            acknowledge(new Written(client, advice.address(), List.of("\"mine\":\"" + rating + "\"")));
        }
    }

    private void acknowledge(Written write) {
        acknowledged.add(write);
        enough.countDown();
    }

    /** Before the end everything is acknowledged. */
    private HttpResponse<String> acknowledged(HttpResponse<String> response) throws IOException {
        if (ending && response.statusCode() >= 500) {
            throw new IOException("Not acknowledged: " + response.body());
        }
        assertTrue(response.body(), response.statusCode() < 300);
        return response;
    }

    /**
     * Something that was acknowledged.
     *
     * @param reader who sees it
     * @param says what must be at the address
     * @param rated who has rated it, if it is advice
     */
    record Written(Client reader, String address, List<String> says, Collection<Client> rated) {
        Written(Client reader, String address, List<String> says) {
            this(reader, address, says, ConcurrentHashMap.newKeySet());
        }
    }
}
