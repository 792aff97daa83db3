package org.curbside.membership.internal;

import org.curbside.api.refusal.Refusal;
import org.curbside.membership.internal.store.AccountRow;

/** Turns the banned away. To be asked after a secret was checked only, so that no stranger learns who is banned. */
final class Barred {

    private Barred() {}

    static void refuse(AccountRow account) {
        account.banned().ifPresent(reason -> {
            throw Refusal.forbidden(
                    "banned",
                    "The operators of this instance have banned this pseudonym, and until they lift that it lets nobody in."
                            + " Their reason: " + reason);
        });
    }
}
