package org.curbside.guard.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class DoorwayTest {

    private static final long LONG_MILLIS = 60_000;

    private final Doorway doorway = new Doorway();

    @Test
    void waitsForWhoeverIsInside() throws Exception {
        doorway.enter(0);
        doorway.close();
        CompletableFuture<Boolean> closing = inAThread(() -> doorway.isEmpty(LONG_MILLIS));
        doorway.leave();
        assertThat(closing.get()).isTrue();
    }

    @Test
    void doesNotWaitForeverForWhoeverIsInside() throws Exception {
        doorway.enter(0);
        assertThat(doorway.isEmpty(1)).isFalse();
    }

    @Test
    void letsNobodyInUntilItIsOpen() throws Exception {
        doorway.close();
        CompletableFuture<Boolean> coming = inAThread(() -> {
            doorway.enter(LONG_MILLIS);
            return true;
        });
        assertThat(coming.completeOnTimeout(false, 100, TimeUnit.MILLISECONDS).get())
                .isFalse();
        CompletableFuture<Boolean> next = inAThread(() -> {
            doorway.enter(LONG_MILLIS);
            return true;
        });
        doorway.open();
        assertThat(next.get()).isTrue();
    }

    @Test
    void letsSomebodyInWhoHasWaitedLongEnough() throws Exception {
        doorway.close();
        doorway.enter(1);
        assertThat(doorway.isEmpty(1)).as("whether nobody is inside").isFalse();
    }

    private static CompletableFuture<Boolean> inAThread(Task task) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(task.run());
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    @FunctionalInterface
    private interface Task {
        boolean run() throws InterruptedException;
    }
}
