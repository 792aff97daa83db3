package org.curbside.api.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who someone says they are; nothing in it has been checked yet.
 *
 * @param npi the number in the national register of the country: in the United States the National Provider Identifier
 * @param licenceNumber as the physician writes it, or nothing
 * @param licenceState the two letters of the state that gave the licence, or nothing
 * @param country whose national register the number is in, its two letters (ISO 3166-1); the United States if nothing
 */
public record NewClaim(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String npi,
        @Nullable String licenceNumber,
        @Nullable String licenceState,
        @Nullable String country) {

    /** A claim by NPI alone. */
    public NewClaim(@Nullable String givenName, @Nullable String familyName, @Nullable String npi) {
        this(givenName, familyName, npi, null, null, null);
    }

    /** A claim to a licence of a state of the United States. */
    public NewClaim(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String npi,
            @Nullable String licenceNumber,
            @Nullable String licenceState) {
        this(givenName, familyName, npi, licenceNumber, licenceState, null);
    }
}
