package org.curbside.api.content;

/**
 * A text that a member writes.
 *
 * @param field the input field that it stands in
 * @param text without white space around it
 */
public record Passage(String field, String text) {}
