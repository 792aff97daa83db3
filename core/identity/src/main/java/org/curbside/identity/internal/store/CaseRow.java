package org.curbside.identity.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.api.identity.CaseFile.Document;
import org.curbside.api.identity.CaseFile.Proposal;
import org.curbside.api.identity.CaseState;
import org.curbside.spi.verification.Claim;

/**
 * A case as it is kept. It says in which epoch a credential was issued and never when.
 *
 * @param claim who the claimant says they are
 * @param evidence the HMAC of what the registries said, once that is decided on, or empty
 * @param judged the day of it, or empty
 * @param specialty the code of the specialty that a credential will name
 * @param attempts at the code
 * @param proven whether the code of a letter was given once
 * @param approved the HMAC of the registries' reason in spite of which a person decided for the claim, or empty
 * @param issued the last epoch in which the registries were asked and a credential issued, or empty
 * @param expires the last day on which the letter's code is taken
 * @param since the day on which it came into its state
 * @param proposal a refusal that waits for another operator
 * @param batch in which its letter was printed; 0 before that, -1 if it is another case's
 * @param letters that were asked for after the first
 * @param document a picture that waits for operators
 * @param documents that were sent so far
 * @param telephone on the registry's record, or empty
 * @param letter what the code of the letter is made of that it asked for last, or empty
 * @param colleagueCode by which colleagues who vouch find it; empty for an old case
 */
public record CaseRow(
        long id,
        String keyDigest,
        String registry,
        Claim claim,
        CaseState state,
        String reason,
        String evidence,
        String judged,
        String specialty,
        List<String> address,
        int attempts,
        boolean proven,
        String approved,
        String issued,
        LocalDate opened,
        LocalDate expires,
        LocalDate since,
        Optional<Proposal> proposal,
        long batch,
        int letters,
        String colleagueCode,
        Optional<Document> document,
        int documents,
        String telephone,
        String letter) {

    /** Takes a copy of the list. */
    public CaseRow {
        address = List.copyOf(address);
    }

    /** The name as claimed. */
    public String claimed() {
        return claim.givenName() + " " + claim.familyName();
    }
}
