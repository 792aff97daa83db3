package org.curbside.spi.verification;

/**
 * Who a physician says they are. Never leaves the licence desk.
 *
 * @param npi their number in the national register of the country: in the United States the NPI, ten digits; or empty
 * @param licenceNumber as the physician wrote it, or empty
 * @param licenceState two capital letters, or empty
 * @param country that gave the licence, two capital letters (ISO 3166-1)
 */
public record Claim(
        String givenName, String familyName, String npi, String licenceNumber, String licenceState, String country) {

    /** Where a claim is from that does not say. */
    public static final String DEFAULT_COUNTRY = "US";

    /** A claim from the United States. */
    public Claim(String givenName, String familyName, String npi, String licenceNumber, String licenceState) {
        this(givenName, familyName, npi, licenceNumber, licenceState, DEFAULT_COUNTRY);
    }

    /** The same person's claim to another licence. */
    public Claim toLicence(String number, String state) {
        return new Claim(givenName, familyName, npi, number, state, country);
    }
}
