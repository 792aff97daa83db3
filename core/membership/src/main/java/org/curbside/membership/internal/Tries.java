package org.curbside.membership.internal;

import java.time.Clock;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.TryStore;

/** Bounds how often somebody may be wrong. */
final class Tries {

    private final TryStore store;
    private final Clock clock;

    Tries(TryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts a try before it is looked at, or refuses it. */
    void count(String counter) {
        if (!store.count(counter, clock.instant())) {
            throw Refusal.conflict(
                    "too-many-tries",
                    "Wait a while, then try again: there were too many wrong tries. With a passkey, or in a browser in which"
                            + " you have signed in before, strangers' tries do not keep you waiting.");
        }
    }

    void forgive(String counter) {
        store.forgive(counter);
    }
}
