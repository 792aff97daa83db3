package org.curbside.membership.internal;

import org.curbside.membership.internal.store.AccountRow;
import org.curbside.membership.internal.store.SessionRow;

/** Whoever is signed in, and the session in which they are. */
record Guest(AccountRow account, SessionRow session) {

    long id() {
        return account.id();
    }
}
