package org.curbside.membership.planted;

/** Planted to be known by others; does nothing wrong. */
public interface Pseudonym {}
