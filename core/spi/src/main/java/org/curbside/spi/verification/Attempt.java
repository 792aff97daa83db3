package org.curbside.spi.verification;

/**
 * A claimant's attempt to show that a licence is theirs.
 *
 * @param claim who they say they are; a registry has confirmed that there is such a physician
 * @param typed what they typed, without blanks around it; the platform does not keep it, so it is empty when the attempt is
 *     checked
 * @param code eight letters and digits; whoever types it into the case has shown possession
 * @param secret 43 characters of base64url that nobody else has, the same at the start of an attempt and when it is checked, and
 *     others in every other one; to be given away as a digest only
 */
public record Attempt(Claim claim, String typed, String code, String secret) {}
