package org.curbside.api.identity;

/**
 * A way to show possession of a licence that the claimant can begin now.
 *
 * @param id by which it is chosen
 * @param title what it is
 * @param explanation what happens then, and who learns what by it
 * @param label of what has to be typed; empty if that is nothing
 * @param help what is right there, or empty
 */
public record ProofChoice(String id, String title, String explanation, String label, String help) {}
