package org.curbside.api.identity;

import java.time.LocalDate;
import org.curbside.spi.verification.Verdict;

/**
 * What one registry said of a claim.
 *
 * @param registry its id
 * @param word in its own words, or empty where it said nothing of its own
 * @param reason what followed from that, in a sentence
 * @param asOf the day the source itself was last right, as far as the desk knows
 */
public record RegistryWord(String registry, String word, Verdict verdict, String reason, LocalDate asOf) {}
