package org.curbside.spi.verification;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source that answers one claim at a time, such as a board's service.
 *
 * <p>Register it as a service marked with {@link RegistryId}. It is safe for use by many threads and keeps and logs
 * nothing of a claim. ACTIVE is given only for the source's own clean word about the one person who fits the claim; two
 * who fit, a mark of discipline or a word it does not know are INDETERMINATE. Absence is INACTIVE only if the source
 * lists everyone.
 */
@ConsumerType
public interface LicenseRegistry {

    /** Whether this source would know the claimant; cheap, and asks nobody. */
    boolean covers(Claim claim);

    /**
     * What it knows. If it is {@link Coverage.FoundBy#LICENCE found by licence}, the platform asks it about every licence on the
     * claimant's national record too, one claim for each.
     */
    default Coverage coverage() {
        return Coverage.UNKNOWN;
    }

    /**
     * Asks about a claim that it {@link #covers}, within ten seconds.
     *
     * @throws RegistryUnavailable if the source does not answer, or not in a way it is known to
     */
    Finding find(Claim claim) throws RegistryUnavailable;
}
