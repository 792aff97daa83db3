package org.curbside.spi.export;

import java.time.LocalDate;

/**
 * How the numbers came about, in sentences; a reader who has only the file can judge it.
 *
 * @param population who could have been counted
 * @param physicians how many were, as far as the gate discloses it
 * @param from first day of the data, UTC
 * @param until last day of the data, UTC
 */
public record MethodCard(
        String population,
        String physicians,
        LocalDate from,
        LocalDate until,
        String responseRate,
        String weighting,
        String noise,
        String suppression) {}
