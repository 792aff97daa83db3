package org.curbside.api.guard;

import java.util.List;
import java.util.Optional;

/**
 * An installed bundle that is not part of the house.
 *
 * @param name its symbolic name
 * @param version its version
 * @param state whether it works
 * @param offers the extension points it serves at this moment, such as {@code poll.PollType}, in alphabetical order
 * @param problem what keeps it from working, as a sentence for the operator; empty while it works
 */
public record AddOn(String name, String version, State state, List<String> offers, Optional<String> problem) {

    /** Whether an add-on works. */
    public enum State {
        /** It is started and serves an extension point. */
        WORKING,
        /** It is started and serves none. */
        IDLE,
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
