package org.curbside.api.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who someone says they are; nothing in it has been checked yet.
 *
 * @param npi the National Provider Identifier
 * @param licenceNumber as the physician writes it, or nothing
 * @param licenceState the two letters of the state that gave the licence, or nothing
 */
public record NewClaim(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String npi,
        @Nullable String licenceNumber,
        @Nullable String licenceState) {

    /** A claim by NPI alone. */
    public NewClaim(@Nullable String givenName, @Nullable String familyName, @Nullable String npi) {
        this(givenName, familyName, npi, null, null);
    }
}
