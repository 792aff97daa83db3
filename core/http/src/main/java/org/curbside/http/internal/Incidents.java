package org.curbside.http.internal;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong without anyone having refused it. Whoever asked learns a number, and the log says under the same number
 * what happened; so the one can tell the operator, and neither has to tell a time or an address.
 */
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.incident");

    private final RandomGenerator numbers;

    /** Numbers incidents at random, so that no two of one day are alike and none says how many there were. */
    Incidents(RandomGenerator numbers) {
        this.numbers = numbers;
    }

    /** Writes the cause to the log, and says what to tell whoever asked. */
    Problem logged(Throwable cause) {
        String number = String.format("%08x", numbers.nextInt());
        LOG.error("Incident {}", number, cause);
        return Problem.of(number);
    }
}
