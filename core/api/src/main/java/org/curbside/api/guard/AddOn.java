package org.curbside.api.guard;

import java.util.List;
import java.util.Optional;

/**
 * An installed bundle that is not part of the house.
 *
 * @param name its symbolic name
 * @param version its version
 * @param before the version that a rollback would bring back, if one was kept
 * @param state whether it works
 * @param offers the extension points it serves at this moment, such as {@code poll.PollType "likert"}, in alphabetical order
 * @param calls how it answered since it came
 * @param problem what keeps it from working, as a sentence for the operator; empty while it works
 */
public record AddOn(
        String name,
        String version,
        Optional<String> before,
        State state,
        List<String> offers,
        Calls calls,
        Optional<String> problem) {

    /**
     * How calls of an add-on went since it came. No time is kept with any of them.
     *
     * @param answered with a result or with a refusal that the extension point declares
     * @param failed with anything else, or not by the deadline
     * @param meanMillis that an answer took
     */
    public record Calls(long answered, long failed, double meanMillis) {

        /** Not called yet. */
        public static final Calls NONE = new Calls(0, 0, 0);

        /** Both together. */
        public Calls plus(Calls more) {
            long sum = answered + more.answered;
            double millis = answered * meanMillis + more.answered * more.meanMillis;
            return new Calls(sum, failed + more.failed, sum == 0 ? 0 : millis / sum);
        }
    }

    /** Whether an add-on works. */
    public enum State {
        /** It is started and serves an extension point. */
        WORKING,
        /** It serves an extension point, but has failed repeatedly and is not called for a while. */
        FAILING,
        /** It is started and serves none. */
        IDLE,
        /** It is kept from running, because it misbehaved or an operator said so. */
        QUARANTINED,
        /** It is installed, but admission did not take it. */
        REFUSED,
        /** It was stopped, or is just starting or stopping. */
        STOPPED,
        /** Something it needs is not there, or not for add-ons. */
        UNRESOLVED
    }

    /** Keeps a copy of what it offers. */
    public AddOn {
        offers = List.copyOf(offers);
    }

    /** Whether it does what it was installed for. */
    public boolean working() {
        return state == State.WORKING;
    }
}
