package org.curbside.api.identity;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter that proves possession of a licence, for the operator to print.
 *
 * @param lines name and address as on the registry's record
 * @param code to be typed in by whoever opens the letter
 * @param expires the last day on which the code is taken
 * @param batch the number of the batch in which it was printed; 0 before that
 * @param obstacle why it cannot be printed, in a sentence; empty when it can
 */
public record Letter(long number, List<String> lines, String code, LocalDate expires, long batch, String obstacle) {

    /** Takes a copy of the list. */
    public Letter {
        lines = List.copyOf(lines);
    }
}
