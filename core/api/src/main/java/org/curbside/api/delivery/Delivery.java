package org.curbside.api.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How a member is reached.
 *
 * @param mailOffered whether this Curbside sends mails at all
 * @param mail what there is of an address
 * @param address enough of it for its owner to know it by, such as {@code j…@…example}; never all of it, so that whoever comes upon an
 *     open session does not learn a name. Null if there is none
 * @param hours when
 * @param browsers how many browsers are told by push
 * @param pushKey what browsers subscribe with: the public half of a P-256 key (RFC 8292), uncompressed, in base64url
 */
public record Delivery(
        boolean mailOffered, Mail mail, @Nullable String address, Hours hours, int browsers, String pushKey) {

    /** How far an address has come. */
    public enum Mail {
        /** There is none, and so no digest. */
        NONE,
        /** A code went there and is waited for; the address is deleted within a day unless it comes. */
        UNCONFIRMED,
        /** The digest goes there. */
        CONFIRMED,
        /** Its server takes nothing for it; no digest goes there any more. */
        REFUSED
    }
}
