package org.curbside.api.polling;

/**
 * A poll type that can be offered.
 *
 * @param id what stored polls refer to it by
 * @param name what whoever asks chooses it by
 */
public record PollKind(String id, String name) {}
