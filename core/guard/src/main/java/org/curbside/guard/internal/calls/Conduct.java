package org.curbside.guard.internal.calls;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.curbside.api.guard.AddOn.Calls;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an add-on's service has behaved since it came. Failures are logged with the add-on's name and where they happened,
 * but never in the add-on's words, which could repeat what a member wrote.
 */
final class Conduct {

    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.addon");
    private static final int FRAMES = 8;
    private static final String GUARD = "org.curbside.guard.";
    private static final double NANOS = 1e6;

    private static final int CHANCES = 3;

    private final String addOn;
    private final Consumer<String> hold;
    private long answered;
    private long nanos;
    private long failed;
    private int pauses;
    private @Nullable String last;

    /** {@code hold} is told why the add-on had better not run at all. */
    Conduct(Bundle bundle, Consumer<String> hold) {
        this.hold = hold;
        addOn = bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    synchronized void answered(long taken) {
        answered++;
        nanos += taken;
    }

    synchronized void failed(String call, Throwable failure) {
        failed++;
        last = "It fails in \"" + call + "\" (" + failure.getClass().getSimpleName()
                + "); data/log/karaf.log says where.";
        LOG.warn("Add-on {} failed in {}: {}", addOn, call, where(failure));
    }

    /** Whoever manages its components has logged why. */
    synchronized void notActivated() {
        failed++;
        last = "It could not be activated; data/log/karaf.log says why.";
        LOG.warn("Add-on {} could not be activated", addOn);
    }

    /** It is not called for a while, because of its failures; after some such pauses it has had its chances. */
    synchronized void paused() {
        pauses++;
        if (pauses == CHANCES) {
            hold.accept("It failed again after each of " + CHANCES + " pauses. " + last);
        }
    }

    synchronized Calls calls() {
        return new Calls(answered, failed, answered == 0 ? 0 : nanos / NANOS / answered);
    }

    /** The latest failure in a sentence, if there was one. */
    synchronized Optional<String> last() {
        return Optional.ofNullable(last);
    }

    /** Where in the add-on; its own words are left out, for they may repeat what a member has written. */
    private static String where(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getModuleName() == null)
                .filter(frame -> !frame.getClassName().startsWith(GUARD))
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", failure.getClass().getName() + " at ", ""));
    }
}
