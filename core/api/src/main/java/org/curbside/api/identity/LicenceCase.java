package org.curbside.api.identity;

import java.util.List;

/**
 * A claim as its claimant sees it.
 *
 * @param key the claimant's secret, with which they come back
 * @param sentence what happens next, or why it was refused
 * @param another whether another letter can be asked for now
 * @param document whether a picture of a document can be sent now
 * @param colleagueCode what the claimant gives to two colleagues who vouch for them; empty where nothing is to be shown any more
 * @param vouched how many colleagues have vouched so far
 * @param ways other ways to show possession that can be begun now
 */
public record LicenceCase(
        String key,
        CaseState state,
        String sentence,
        boolean another,
        boolean document,
        String colleagueCode,
        int vouched,
        List<ProofChoice> ways) {

    /** Takes a copy of the list. */
    public LicenceCase {
        ways = List.copyOf(ways);
    }
}
