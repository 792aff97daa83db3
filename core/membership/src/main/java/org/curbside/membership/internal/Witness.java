package org.curbside.membership.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountStore;

/**
 * Remembers which keys the licence desk has shown. A desk that could show one physician other keys than the rest would know
 * that physician again; so it may add keys and take none back, and what it shows here is what everybody is shown.
 */
final class Witness {

    private final Supplier<List<IssuerKey>> desk;
    private final AccountStore store;

    Witness(Supplier<List<IssuerKey>> desk, AccountStore store) {
        this.desk = desk;
        this.store = store;
    }

    /** All that the desk shows now, which goes on where it ended before. */
    List<IssuerKey> directory() {
        List<IssuerKey> shown = desk.get();
        bring(shown);
        return shown;
    }

    /**
     * Takes what the desk shows.
     *
     * @return how many keys were not known yet
     */
    synchronized int bring(List<IssuerKey> shown) {
        List<IssuerKey> known = store.knownKeys();
        boolean goesOn = shown.size() >= known.size()
                && shown.subList(0, known.size()).equals(known)
                && IssuerKey.isSound(shown);
        if (!goesOn) {
            throw Refusal.conflict(
                    "keys-changed",
                    "The licence desk shows other keys than before. Nobody becomes a member until the operator has found out"
                            + " why.");
        }
        if (shown.size() > known.size()) {
            store.remember(shown, known.size());
        }
        return shown.size() - known.size();
    }

    Optional<IssuerKey> key(String id) {
        return directory().stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
