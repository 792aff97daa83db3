package org.curbside.guard.internal.calls;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.calls.Implementation.Gone;
import org.jspecify.annotations.Nullable;

/**
 * What slices hold instead of an add-on's service. It stays while the add-on is replaced: calls in flight end on the old
 * instance, and calls that come in between wait for the new one for a moment.
 */
final class Stand implements InvocationHandler {

    /** How long a call waits for the next instance. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int RETRY_SECONDS = 2;
    private static final Object[] NONE = {};

    private @Nullable Implementation present;

    /** Whoever calls from now on meets this one. */
    synchronized void occupy(Implementation implementation) {
        present = implementation;
        notifyAll();
    }

    /** Whoever calls from now on has to wait. */
    synchronized void vacate() {
        present = null;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? NONE : arguments;
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, given);
        }
        try {
            return next().call(method, given);
        } catch (Gone onTheWay) {
            return again(method, given);
        }
    }

    private @Nullable Object again(Method method, Object... arguments) throws Throwable {
        try {
            return next().call(method, arguments);
        } catch (Gone twice) {
            throw away();
        }
    }

    private synchronized Implementation next() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toNanos(); present == null && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(present).orElseThrow(Stand::away);
    }

    private static Refusal away() {
        return Refusal.unavailable(
                "add-on-away", RETRY_SECONDS, "What this needs is being updated. Try again in a moment.");
    }

    private static Object ofObject(Object proxy, Method method, Object... arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "guarded add-on";
        };
    }
}
