package org.curbside.testkit.canary;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;

/** Calls of an add-on, each with a deadline. A call that is late is left hanging: the process ends soon after. */
final class Calls {

    private static final int LONGEST_MESSAGE = 200;
    private static final int MOST_ITEMS = 100_000;

    private final Report report;
    private final Duration deadline;
    private final LeftThreads left = new LeftThreads();
    private final ExecutorService thread = Executors.newCachedThreadPool(left::caller);

    Calls(Report report, Duration deadline) {
        this.report = report;
        this.deadline = deadline;
    }

    /** What the call gives. A checked exception of its own is refused like any other. */
    <T> T of(String what, Callable<T> call) throws Broken {
        return answered(what, call, RuntimeException.class)
                .orElseThrow(() -> new Broken(said(what) + " gave nothing."));
    }

    /** What the call gives, or nothing if it refuses by an exception that it is allowed. */
    <T> Optional<T> unlessRefused(String what, Class<? extends Exception> refusal, Callable<T> call) throws Broken {
        return answered(what, call, refusal);
    }

    private <T> Optional<T> answered(String what, Callable<T> call, Class<? extends Exception> refusal) throws Broken {
        report.doing(what);
        try {
            return Optional.ofNullable(
                    thread.submit(() -> finite(what, call.call())).get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw new Broken(said(what) + " did not return within " + deadline.toSeconds() + " s.");
        } catch (InterruptedException e) {
            throw new Broken(said(what) + " was interrupted.");
        } catch (ExecutionException e) {
            Throwable thrown = Objects.requireNonNull(e.getCause());
            if (thrown instanceof Broken broken) {
                throw broken;
            }
            if (refusal != RuntimeException.class && refusal.isInstance(thrown)) {
                return Optional.empty();
            }
            throw new Broken(said(what) + " threw " + words(thrown) + ".");
        }
    }

    /** What was given has an end, and comes to it while the deadline runs. */
    private static <T> T finite(String what, T given) throws Broken {
        if (given instanceof Iterable<?> items) {
            int count = 0;
            for (Object item : items) {
                Broken.unless(item != null, said(what) + " gave nothing where something was asked for.");
                Broken.unless(++count <= MOST_ITEMS, said(what) + " gave more than " + MOST_ITEMS + " items.");
            }
        }
        return given;
    }

    /** The threads that calls have started and that still run; to be asked when the add-on has stopped. */
    LeftThreads left() {
        return left;
    }

    /** An exception in one line: its class, and its message if it has one. */
    static String words(Throwable caught) {
        Throwable cause = caught.getCause();
        Throwable thrown = caught instanceof BundleException && cause != null ? cause : caught;
        String message = Optional.ofNullable(thrown.getMessage())
                .map(said -> ": " + said)
                .orElse("");
        String words = thrown.getClass().getName() + message;
        return words.length() <= LONGEST_MESSAGE ? words : words.substring(0, LONGEST_MESSAGE) + "...";
    }

    private static String said(String what) {
        return "Its " + what;
    }
}
