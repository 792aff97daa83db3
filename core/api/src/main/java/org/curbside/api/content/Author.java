package org.curbside.api.content;

/**
 * Who wrote something, as far as anyone here knows.
 *
 * @param pseudonym chosen by the member
 * @param specialty the name of the specialty that the member is verified in
 */
public record Author(String pseudonym, String specialty) {}
