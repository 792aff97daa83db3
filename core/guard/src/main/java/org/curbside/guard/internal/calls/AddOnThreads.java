package org.curbside.guard.internal.calls;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.guard.internal.House;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of add-ons. A thread that an add-on starts while it is called is in the add-on's group, and so are those that
 * this one starts; others are known by the add-on's classes. Nobody can end a thread from outside: who starts ever more of
 * them is held, and those that run on after their add-on has stopped are reported, after they were told to end if they are
 * in its group.
 */
final class AddOnThreads implements SynchronousBundleListener {

    /** An add-on that has more of its own is out of control. */
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.addon");

    private static final String GROUP = "add-on ";

    private final long patienceNanos;
    private final BiConsumer<Bundle, String> hold;
    private final ThreadGroup house =
            Objects.requireNonNull(Thread.currentThread().getThreadGroup());
    private final Map<Bundle, ThreadGroup> groups = new ConcurrentHashMap<>();
    private final Set<Bundle> counted = ConcurrentHashMap.newKeySet();
    private final Map<Thread, Stay> left = new ConcurrentHashMap<>();
    private final Set<Stay> reported = ConcurrentHashMap.newKeySet();

    /** Threads have so long to end when their add-on stops; {@code hold} is told of add-ons with too many. */
    AddOnThreads(Duration patience, BiConsumer<Bundle, String> hold) {
        this.patienceNanos = patience.toNanos();
        this.hold = hold;
    }

    /** Where the threads belong that call the add-on. */
    ThreadGroup groupOf(Bundle bundle) {
        counted.add(bundle);
        return groups.computeIfAbsent(bundle, first -> new ThreadGroup(house, GROUP + first.getSymbolicName()));
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (event.getType() == BundleEvent.UNINSTALLED) {
            groups.remove(bundle);
        } else if (event.getType() == BundleEvent.STOPPED && House.isAddOn(bundle)) {
            counted.remove(bundle);
            stopped(bundle);
        }
    }

    private void stopped(Bundle bundle) {
        Stay stay =
                new Stay(bundle.getBundleId(), bundle.getSymbolicName() + " " + bundle.getVersion(), System.nanoTime());
        inGroup(bundle)
                .filter(thread -> left.putIfAbsent(thread, stay) == null)
                .filter(thread -> thread != Thread.currentThread())
                .forEach(Thread::interrupt);
        withCodeOf(bundle).forEach(thread -> left.putIfAbsent(thread, stay));
    }

    /** Whether the add-on has too many; then it is held. */
    private boolean isCrowded(Bundle bundle) {
        long started = inGroup(bundle)
                .filter(thread -> !(thread instanceof Worker.Caller))
                .count();
        if (started > MOST) {
            hold.accept(bundle, "It runs " + started + " threads of its own.");
        }
        return started > MOST;
    }

    /** Counts threads; to be called every now and then. */
    void look() {
        counted.removeIf(this::isCrowded);
        left.keySet().removeIf(thread -> !thread.isAlive());
        reported.retainAll(left.values());
        long now = System.nanoTime();
        left.values().stream()
                .filter(stay -> now - stay.ended > patienceNanos)
                .distinct()
                .filter(reported::add)
                .forEach(stay -> LOG.warn("Add-on {}: {}", stay.addOn, sentence(stay)));
    }

    /** Which threads a bundle has left running, in a sentence; empty if none. */
    Optional<String> left(Bundle bundle) {
        return reported.stream()
                .filter(stay -> stay.bundle == bundle.getBundleId())
                .map(this::sentence)
                .reduce((one, other) -> one + " " + other);
    }

    private String sentence(Stay stay) {
        List<String> names = left.entrySet().stream()
                .filter(entry -> entry.getValue().equals(stay))
                .map(entry -> entry.getKey().getName())
                .sorted()
                .toList();
        return "Threads run on although it has stopped: " + names.size() + ", such as "
                + names.stream().limit(3).map(name -> '"' + name + '"').collect(Collectors.joining(", "))
                + ". Only a restart of the platform ends them.";
    }

    /** Those whom nobody has left before. */
    private Stream<Thread> inGroup(Bundle bundle) {
        ThreadGroup group = groups.get(bundle);
        if (group == null) {
            return Stream.empty();
        }
        Thread[] threads = new Thread[2 * group.activeCount() + 1];
        group.enumerate(threads);
        return Arrays.stream(threads)
                .filter(Objects::nonNull)
                .filter(thread -> !left.containsKey(thread) && !isShared(thread));
    }

    /** Those of the common pool are everybody's, whoever happened to start them. */
    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    /** Those in no group of an add-on. */
    private static Stream<Thread> withCodeOf(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null
                ? Stream.empty()
                : Thread.getAllStackTraces().entrySet().stream()
                        .filter(entry -> !isInAGroup(entry.getKey()))
                        .filter(entry -> isOf(wiring.getClassLoader(), entry.getKey())
                                || Stream.of(entry.getValue()).anyMatch(frame -> isOf(bundle, frame)))
                        .map(Map.Entry::getKey);
    }

    private static boolean isInAGroup(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getName().startsWith(GROUP);
    }

    private static boolean isOf(ClassLoader loader, Thread thread) {
        return loader != null
                && (thread.getClass().getClassLoader() == loader || thread.getContextClassLoader() == loader);
    }

    private static boolean isOf(Bundle bundle, StackTraceElement frame) {
        return frame.getModuleName() == null
                && bundle.getEntry(frame.getClassName().replace('.', '/') + ".class") != null;
    }

    /** One time that an add-on was started, and when that ended. */
    private record Stay(long bundle, String addOn, long ended) {}
}
