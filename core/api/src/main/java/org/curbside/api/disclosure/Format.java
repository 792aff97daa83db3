package org.curbside.api.disclosure;

/** An installed file format. */
public record Format(String id, String mediaType, String extension) {}
