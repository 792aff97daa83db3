package org.curbside.spi.verification;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to show that a licence is the claimant's own, which no registry shows, for what registries say is public. There are
 * two kinds: a code is brought to where only the claimant is, and the claimant types it into the case; or the claimant goes
 * to somebody who knows them, and comes back with that party's word.
 *
 * <p>Register it as a service marked with {@link ProofId}. It is safe for use by many threads, and keeps and logs nothing of
 * a claim or of what was typed.
 */
@ConsumerType
public interface PossessionProof {

    /** What a claimant reads before they choose it; always the same. */
    ProofOffer offer();

    /**
     * Brings the attempt's code to the claimant, or tells where the claimant has to go; within ten seconds.
     *
     * @return where the claimant's browser goes, by https; or empty if a code is on its way
     * @throws ProofRefused if it cannot be shown in this way, or what was typed is wrong
     * @throws ProofUnavailable if it cannot be begun just now
     */
    Optional<URI> start(Attempt attempt) throws ProofRefused, ProofUnavailable;

    /**
     * Whether what the claimant's browser came back with shows possession; within ten seconds. Codes are compared by the
     * platform, and never come here.
     *
     * @param attempt the same as at its start, with nothing typed
     * @param answer the parameters of the address that it came back to
     * @return true if the licence of the claim is theirs; false for whatever is not of this attempt
     * @throws ProofRefused if it shows that the claimant is somebody else, or nothing at all
     * @throws ProofUnavailable if it cannot be checked just now
     */
    default boolean check(Attempt attempt, Map<String, String> answer) throws ProofRefused, ProofUnavailable {
        return false;
    }
}
