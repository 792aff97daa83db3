package org.curbside.spi.verification;

/**
 * Who a physician says they are. Never leaves the licence desk.
 *
 * @param npi ten digits, or empty
 * @param licenceNumber as the physician wrote it, or empty
 * @param licenceState two capital letters, or empty
 */
public record Claim(String givenName, String familyName, String npi, String licenceNumber, String licenceState) {}
