package org.curbside.api.identity;

import java.time.LocalDate;

/**
 * A claim that a person has to decide on.
 *
 * @param claimed the name as claimed
 * @param evidence what the registry said, in its own words
 * @param reason why nothing could be decided without a person
 */
public record Review(long number, String claimed, String npi, String evidence, String reason, LocalDate since) {}
