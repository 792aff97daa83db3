package org.curbside.identity.internal.store;

import java.time.LocalDate;
import java.util.List;
import org.curbside.api.identity.CaseState;
import org.curbside.spi.verification.Claim;

/**
 * A case as it is kept. It says in which epoch a credential was issued and never when.
 *
 * @param claim who the claimant says they are
 * @param specialty the code of the specialty that a credential will name
 * @param attempts at the code
 * @param proven whether the code of a letter was given once
 * @param approved the registries' reason in spite of which a person decided for the claim, or empty
 * @param issued the last epoch in which the registries were asked and a credential issued, or empty
 * @param expires the last day on which the letter's code is taken
 */
public record CaseRow(
        long id,
        String keyDigest,
        String registry,
        Claim claim,
        CaseState state,
        String reason,
        String evidence,
        String specialty,
        List<String> address,
        int attempts,
        boolean proven,
        String approved,
        String issued,
        LocalDate opened,
        LocalDate expires) {

    /** Takes a copy of the list. */
    public CaseRow {
        address = List.copyOf(address);
    }

    /** The name as claimed. */
    public String claimed() {
        return claim.givenName() + " " + claim.familyName();
    }
}
