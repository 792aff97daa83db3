package org.curbside.identity.planted;

/** Planted to be known by others; does nothing wrong. */
public interface Desk {}
