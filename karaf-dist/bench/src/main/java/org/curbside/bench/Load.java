package org.curbside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * An open model: requests begin at a fixed rate, whether or not earlier ones were answered, and a latency counts from the
 * intended beginning, so that a stall shows in every request that it held up.
 */
final class Load implements AutoCloseable {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Step> steps = new ArrayList<>();
    private final double perSecond;
    private final List<String> processes;

    /** Puts that many requests per second on the processes with these numbers. */
    Load(double perSecond, String... pids) {
        this.perSecond = perSecond;
        this.processes = List.of(pids);
    }

    /** Runs a step {@code count} times and returns what came of each; nothing when it failed. */
    <T> List<Optional<T>> each(String name, int count, IntFunction<Callable<T>> task) throws Exception {
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        List<Future<T>> running = new ArrayList<>();
        double cpu = cpuMillis();
        long began = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long intended = began + (long) (n * TimeUnit.SECONDS.toNanos(1) / perSecond);
            Callable<T> call = task.apply(n);
            while (System.nanoTime() < intended) {
                LockSupport.parkNanos(intended - System.nanoTime());
            }
            running.add(threads.submit(() -> {
                T result = call.call();
                millis.add((System.nanoTime() - intended) / NANOS_PER_MILLI);
                return result;
            }));
        }
        List<Optional<T>> results = new ArrayList<>();
        for (Future<T> call : running) {
            results.add(result(name, call));
        }
        steps.add(Step.of(name, count, List.copyOf(millis), (cpuMillis() - cpu) / count));
        return results;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static <T> Optional<T> result(String name, Future<T> call) throws InterruptedException {
        try {
            return Optional.of(call.get());
        } catch (ExecutionException e) {
            System.err.println(name + ": " + e.getCause());
            return Optional.empty();
        }
    }

    /** User and system time of the processes and their children so far, in hundredths of a second (fields 14 to 17 of proc(5)). */
    double cpuMillis() throws IOException {
        double sum = 0;
        for (String pid : processes) {
            sum += cpuMillis(pid);
            for (ProcessHandle child : ProcessHandle.of(Long.parseLong(pid))
                    .orElseThrow()
                    .children()
                    .toList()) {
                sum += cpuMillis("" + child.pid());
            }
        }
        return sum;
    }

    private static double cpuMillis(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return 10.0
                * (Long.parseLong(fields[11])
                        + Long.parseLong(fields[12])
                        + Long.parseLong(fields[13])
                        + Long.parseLong(fields[14]));
    }
}
