package org.curbside.api.guard;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was done about an add-on, or refused.
 *
 * @param number from 1, without gaps
 * @param who an operator's name, the name of whoever used the console, or {@link #ITSELF}
 * @param addOn its symbolic name; the file's name where that holds no bundle
 * @param version of the add-on that came, was stopped or went, if it is known
 * @param sha256 of its jar, if the jar came through admission
 * @param signer of all of its jar, trusted or not, if the jar came through admission
 * @param done whether it was done; else it was refused, or failed
 * @param reason why it was done or not, in a sentence, if anybody said
 */
public record AuditEntry(
        long number,
        Instant time,
        String who,
        Act act,
        String addOn,
        Optional<String> version,
        Optional<String> sha256,
        Optional<String> signer,
        boolean done,
        Optional<String> reason) {

    /** Who acts when nobody was asked. No operator can be called so. */
    public static final String ITSELF = "Curbside itself";

    /** What can be done about an add-on. */
    public enum Act {
        /** It came. */
        INSTALL,
        /** Another version of it came. */
        UPDATE,
        /** The version before came back. */
        ROLLBACK,
        /** It went. */
        UNINSTALL,
        /** It was stopped for good. */
        QUARANTINE,
        /** It was started again. */
        RELEASE
    }
}
