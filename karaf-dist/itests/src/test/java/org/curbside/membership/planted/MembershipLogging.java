package org.curbside.membership.planted;

import org.slf4j.Logger;

/** Planted: the membership writes into the log. */
public final class MembershipLogging {

    private MembershipLogging() {}

    static void joined(Logger log, String pseudonym) {
        log.info("{} has joined", pseudonym);
    }
}
