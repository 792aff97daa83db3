package org.curbside.api.identity;

import java.time.LocalDate;

/**
 * Letters that are printed together.
 *
 * @param operator the account of whoever printed them
 * @param letters how many there were
 * @param open how many of them can still be answered; those are printed when the batch is printed again
 */
public record LetterBatch(long number, LocalDate printed, String operator, long letters, long open) {}
