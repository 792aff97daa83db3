package org.curbside.api.identity;

import java.time.LocalDate;

/**
 * A case in a list.
 *
 * @param claimed the name as claimed
 * @param reason why it is where it is; empty where nothing is to be said
 * @param since the day it came there
 * @param refusalProposed whether a second operator has to look at a refusal
 */
public record CaseSummary(
        long number,
        CaseState state,
        String claimed,
        String npi,
        String reason,
        LocalDate since,
        boolean refusalProposed) {}
