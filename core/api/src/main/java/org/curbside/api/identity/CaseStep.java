package org.curbside.api.identity;

import java.time.LocalDate;

/**
 * Something that was decided about a case.
 *
 * @param operator the account of whoever did it; empty where the desk did it by itself
 * @param reason as it was given
 */
public record CaseStep(LocalDate day, Act act, String operator, String reason) {

    /** What was done. */
    public enum Act {
        /** A registry was not clear any more about a licence that was proven. */
        DOUBTED,
        /** A registry says that a licence that was proven is not active any more. */
        LAPSED,
        /** The registries show it as active again. */
        RESTORED,
        /** An operator says that a document shows possession; another has to agree. */
        DOCUMENT_AGREED,
        /** Another operator says so too, and the licence counts as shown. */
        DOCUMENT_CONFIRMED,
        /** An operator says that it does not. */
        DOCUMENT_DECLINED,
        /** An operator has called, and told the code. */
        CALLED,
        /** An operator has called, and did not reach the physician. */
        NOT_REACHED,
        /** A physician vouched for the claimant. */
        VOUCHED,
        /** An operator decided for the claim. */
        APPROVED,
        /** An operator wants to refuse it; another has to agree. */
        REFUSAL_PROPOSED,
        /** Another operator did not agree. */
        REFUSAL_REJECTED,
        /** Another operator agreed, and the claim is refused. */
        REFUSED,
        /** The licence was shown anew in another case, which ended this one. */
        SUPERSEDED,
        /** An operator ended the case, so that its licence can be claimed anew. */
        CLOSED
    }
}
