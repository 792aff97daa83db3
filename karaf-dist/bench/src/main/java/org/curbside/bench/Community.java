package org.curbside.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Members who read, advise and rate in a community that {@link Populate} made. Each kind of request is made for a while at a steady rate
 * before it is measured. The CPU time of a request is what the instance, and the database if it is a server of its
 * own, use meanwhile, listeners of what it does included, less what they use when nobody asks.
 */
public final class Community {

    private static final double PER_SECOND = 100;
    private static final double[] PER_SECOND_AT_FIRST = {25, 50};
    private static final int AT_FIRST = 500;
    private static final int BLOCK = 2_000;
    private static final int MOST_BLOCKS = 10;

    /** A block that takes less than this part of the time of the one before shows that code is still being compiled. */
    private static final double STILL_FASTER = 0.9;

    private static final int MEASURED = 2_000;
    private static final int IDLE_SECONDS = 10;
    private static final int QUIET_MILLIS = 100;
    private static final int LATEST = 2_000;
    private static final String TEXT =
            "I would wait four weeks, repeat the scan, and then restart at the lower dose if the renal function"
                    + " allows it. In my experience a bleed is rare after that, and a clot is not. Two colleagues do it two weeks earlier, and"
                    + " neither of us has more than a few cases. Whoever has a mechanical valve is another matter.";

    private final List<Api> members = new ArrayList<>();
    private final long comments;
    private final SplittableRandom lot = new SplittableRandom(3);
    private final String[] processes;

    private Community(String url, long comments, String... processes) {
        Api stranger = Api.at(url);
        for (int member = 1; member <= Populate.MEMBERS_SIGNED_IN; member++) {
            members.add(stranger.as(Populate.token(member)));
        }
        this.comments = comments;
        this.processes = processes;
    }

    /** URL, comments, numbers of the processes. */
    public static void main(String[] arguments) throws Exception {
        String[] processes = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
        Community community = new Community(arguments[0], Long.parseLong(arguments[1]), processes);
        System.out.println(new ObjectMapper().writeValueAsString(Map.of("steps", community.day())));
    }

    private List<Step> day() throws Exception {
        double idle = idle();
        return List.of(
                measured(idle, "first page", () -> text("/")),
                measured(idle, "feed of a specialty", () -> text("/?specialty=207RC0000X")),
                measured(idle, "waiting for you", () -> text("/waiting")),
                measured(idle, "inbox", () -> text("/inbox")),
                measured(idle, "question, JSON", () -> text("/api/questions/" + full())),
                measured(idle, "rate", this::rate),
                measured(idle, "question page, 20 comments", () -> text("/questions/" + full())),
                measured(idle, "advise", () -> done(advise())));
    }

    /** Milliseconds of CPU time in one of nobody asking; waits until what began with the platform has ended. */
    private double idle() throws Exception {
        try (Load load = new Load(PER_SECOND, processes)) {
            double used;
            do {
                double before = load.cpuMillis();
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                used = (load.cpuMillis() - before) / IDLE_SECONDS;
                System.err.printf("%.0f ms of CPU a second while nobody asks%n", used);
            } while (used > QUIET_MILLIS);
            return used;
        }
    }

    private Step measured(double idle, String name, Callable<String> request) throws Exception {
        warmUp(request);
        Step step = load(PER_SECOND, name, MEASURED, request).less(idle / PER_SECOND);
        System.err.println(step);
        return step;
    }

    /** Slowly at first, for what is not compiled yet would only queue up; then until a block takes as long as the one before. */
    private void warmUp(Callable<String> request) throws Exception {
        for (double perSecond : PER_SECOND_AT_FIRST) {
            load(perSecond, "warming up", AT_FIRST, request);
        }
        double before = Double.MAX_VALUE;
        for (int block = 0; block < MOST_BLOCKS; block++) {
            double now = load(PER_SECOND, "warming up", BLOCK, request).cpuMillis();
            if (now > STILL_FASTER * before) {
                return;
            }
            before = now;
        }
    }

    private Step load(double perSecond, String name, int count, Callable<String> request) throws Exception {
        try (Load load = new Load(perSecond, processes)) {
            load.each(name, count, n -> request);
            return load.steps().get(0);
        }
    }

    private synchronized Api member() {
        return members.get(lot.nextInt(members.size()));
    }

    /** A question with twenty comments; nine of ten times one of the latest. */
    private synchronized long full() {
        long all = comments / 5 / Populate.EVERY;
        long back = lot.nextInt(10) > 0 ? lot.nextLong(Math.min(LATEST, all)) : lot.nextLong(all);
        return (all - back) * Populate.EVERY;
    }

    private synchronized long comment() {
        return comments - lot.nextLong(Math.min(comments, LATEST * 50L));
    }

    private String text(String path) throws IOException, InterruptedException {
        return member().text(path);
    }

    /** One's own advice cannot be rated; another is tried then. */
    private String rate() throws IOException, InterruptedException {
        HttpResponse<String> end = member().trySend(
                        "PUT",
                        "/api/comments/" + comment() + "/rating",
                        Map.of("rating", lot.nextBoolean() ? "AGREE" : "PARTLY"));
        return end.statusCode() == 403 || end.statusCode() == 409 ? rate() : done(end);
    }

    private HttpResponse<String> advise() throws IOException, InterruptedException {
        return member().trySend("POST", "/api/questions/" + full() + "/comments", Map.of("text", TEXT));
    }

    private static String done(HttpResponse<String> end) throws IOException {
        if (end.statusCode() / 100 != 2) {
            throw new IOException(end.statusCode() + " " + end.body());
        }
        return end.body();
    }
}
