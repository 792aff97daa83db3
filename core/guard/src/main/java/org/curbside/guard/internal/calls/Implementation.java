package org.curbside.guard.internal.calls;

import dev.failsafe.CircuitBreaker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One service of an add-on, from its coming to its going. A call ends by the point's deadline whatever the add-on does.
 * What the point declares, such as the refusal of a ballot, is an answer; everything else is a failure, and after
 * {@value #FAILURES} of the last {@value #OF} it is not asked for {@value #PAUSE_SECONDS} seconds.
 */
final class Implementation {

    static final int FAILURES = 5;
    static final int OF = 20;
    static final int PAUSE_SECONDS = 10;

    private final Point point;
    private final Duration deadline;
    private final Object service;
    private final Worker worker;
    private final Overdue overdue;
    private final Conduct conduct;
    private final Callers callers = new Callers();
    private final CircuitBreaker<Object> breaker;

    Implementation(Point point, Duration deadline, Object service, Worker worker, Overdue overdue, Conduct conduct) {
        this.point = point;
        this.deadline = deadline;
        this.service = service;
        this.worker = worker;
        this.overdue = overdue;
        this.conduct = conduct;
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(FAILURES, OF)
                .withDelay(Duration.ofSeconds(PAUSE_SECONDS))
                .onOpen(paused -> conduct.paused())
                .build();
    }

    /** The extension point's interface, as the add-on knows it. */
    Class<?> type() throws ClassNotFoundException {
        return service.getClass().getClassLoader().loadClass(point.type());
    }

    /**
     * Calls the add-on.
     *
     * @throws Gone when it is about to go and takes no more calls
     * @throws Refusal when it fails, is overdue or is not asked for a while
     */
    @Nullable
    Object call(Method method, Object... arguments) throws Throwable {
        if (!callers.enter()) {
            throw new Gone();
        }
        try {
            return counted(method, arguments);
        } finally {
            callers.leave();
        }
    }

    private @Nullable Object counted(Method method, Object... arguments) throws Throwable {
        if (!breaker.tryAcquirePermit()) {
            throw resting();
        }
        long start = System.nanoTime();
        try {
            Object result = point.inPlace() ? here(method, arguments) : elsewhere(method, arguments);
            breaker.recordSuccess();
            conduct.answered(System.nanoTime() - start);
            return result;
        } catch (Worker.NotDone busy) {
            if (breaker.isHalfOpen()) {
                breaker.recordFailure();
            }
            throw busy();
        } catch (Throwable failure) {
            if (isDeclared(method, failure)) {
                breaker.recordSuccess();
                conduct.answered(System.nanoTime() - start);
                throw failure;
            }
            conduct.failed(method.getName(), failure);
            breaker.recordFailure();
            throw failed();
        }
    }

    /** On one of the add-on's own threads. */
    private @Nullable Object elsewhere(Method method, Object... arguments) throws Throwable {
        try (Arguments given = new Arguments(arguments)) {
            return worker.within(deadline, () -> invoked(method, given.guarded()));
        }
    }

    /** On the caller's thread, which is interrupted when it takes too long. */
    private @Nullable Object here(Method method, Object... arguments) throws Throwable {
        Overdue.Watch watch = overdue.watch(deadline);
        try {
            return invoked(method, arguments);
        } finally {
            watch.end();
        }
    }

    private @Nullable Object invoked(Method method, Object... arguments) throws Exception {
        try {
            return Results.taken(method.getReturnType(), method.invoke(service, arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw e;
        }
    }

    private static boolean isDeclared(Method method, Throwable failure) {
        return Stream.of(method.getExceptionTypes()).anyMatch(type -> type.isInstance(failure));
    }

    private static Refusal busy() {
        return Refusal.unavailable(
                "add-on-busy", 2, "Too many ask for this at once. Nothing was stored. Try again in a moment.");
    }

    private static Refusal resting() {
        return Refusal.unavailable(
                "add-on-resting",
                PAUSE_SECONDS,
                "A part of Curbside that this needs has failed repeatedly and is not asked for a while. Try again later.");
    }

    private static Refusal failed() {
        return Refusal.unavailable(
                "add-on-failed",
                PAUSE_SECONDS,
                "A part of Curbside that this needs has failed. Nothing was stored. Try again in a moment.");
    }

    /** Whether it failed so often that it is not called. */
    boolean isResting() {
        return breaker.isOpen();
    }

    /** Takes no more calls, waits for those inside until their deadline, and lets the threads go. */
    void close() {
        try {
            callers.close(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            worker.stop();
        }
    }

    /** It is about to go; whoever calls again may find its successor. */
    static final class Gone extends Exception {

        private static final long serialVersionUID = 1L;

        Gone() {
            super(null, null, false, false);
        }
    }
}
