package org.curbside.api.identity;

/**
 * A claim as its claimant sees it.
 *
 * @param key the claimant's secret, with which they come back
 * @param sentence what happens next, or why it was refused
 * @param another whether another letter can be asked for now
 */
public record LicenceCase(String key, CaseState state, String sentence, boolean another) {}
