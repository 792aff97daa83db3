package org.curbside.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.curbside.testkit.NppesFile;

/**
 * Claims against a registry that is loaded: each by another physician, from all over the registry. First as many as there
 * can be, by a few who each wait for an answer before the next claim; then at a steady rate, which tells what one waits for.
 */
public final class Verify {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 8;
    private static final int WARM = 200;
    private static final double STEADY_PER_SECOND = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Of every twenty rows of the made-up registry the first sixteen are physicians. */
    private static final int KINDS = 20;

    private static final int PHYSICIANS = 16;

    private final Api stranger;
    private final Load load;
    private final long physicians;
    private final long step;
    private int claimed;

    private Verify(Api stranger, Load load, int rows) {
        this.stranger = stranger;
        this.load = load;
        this.physicians = (long) rows / KINDS * PHYSICIANS;
        this.step = step(physicians);
    }

    /** URL, process number, rows that are loaded, claims of each kind; prints one JSON object. */
    public static void main(String[] arguments) throws Exception {
        int claims = Integer.parseInt(arguments[3]);
        try (Load load = new Load(STEADY_PER_SECOND, arguments[1])) {
            Verify verify = new Verify(Api.at(arguments[0]), load, Integer.parseInt(arguments[2]));
            if (WARM + 2L * claims > verify.physicians) {
                throw new IllegalArgumentException("There are only " + verify.physicians + " physicians to claim.");
            }
            verify.rush("warm up", WARM);
            Rush rush = verify.rush("full speed", claims);
            verify.steady(claims);
            List<Step> steps = new ArrayList<>(List.of(rush.step()));
            steps.addAll(load.steps());
            System.out.println(JSON.writeValueAsString(Map.of("claimsPerSecond", rush.perSecond(), "steps", steps)));
        }
    }

    private void steady(int claims) throws Exception {
        int first = claimed;
        load.each("steady", claims, n -> () -> claim(row(first + n)));
        claimed += claims;
    }

    private Rush rush(String name, int claims) throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Double>> all = new ArrayList<>();
            for (int n = 0; n < claims; n++) {
                int row = row(claimed + n);
                all.add(() -> timed(row));
            }
            claimed += claims;
            double cpu = load.cpuMillis();
            long began = System.nanoTime();
            List<Future<Double>> done = clients.invokeAll(all);
            double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
            double cpuEach = (load.cpuMillis() - cpu) / claims;
            List<Double> millis = millis(name, done);
            return new Rush(Step.of(name, claims, millis, cpuEach), Math.round(10 * millis.size() / seconds) / 10.0);
        } finally {
            clients.shutdown();
        }
    }

    private static List<Double> millis(String name, List<Future<Double>> done) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (Future<Double> claim : done) {
            try {
                millis.add(claim.get());
            } catch (ExecutionException e) {
                System.err.println(name + ": " + e.getCause());
            }
        }
        return millis;
    }

    private double timed(int row) throws IOException, InterruptedException {
        long began = System.nanoTime();
        claim(row);
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    /** Another one for every {@code n}, far from the one before. */
    private int row(int n) {
        long physician = n * step % physicians;
        return (int) (physician / PHYSICIANS * KINDS + physician % PHYSICIANS);
    }

    /** Shares no factor with the number of physicians, so that steps of that length come to each of them. */
    private static long step(long physicians) {
        long step = physicians * 5 / 8 | 1;
        while (gcd(step, physicians) != 1) {
            step += 2;
        }
        return step;
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    private String claim(int row) throws IOException, InterruptedException {
        String state = stranger.post(
                        "/api/licence-desk/claims",
                        Map.of(
                                "givenName", NppesFile.givenName(row),
                                "familyName", NppesFile.familyName(row),
                                "npi", NppesFile.npi(row)))
                .get("state")
                .asText();
        if (!state.equals("LETTER")) {
            throw new IOException("A physician of the registry was not verified but " + state);
        }
        return state;
    }

    private record Rush(Step step, double perSecond) {}
}
