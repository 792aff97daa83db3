package org.curbside.web.internal;

/**
 * A page that only says something.
 *
 * @param title in a few words
 * @param text what to do now
 */
public record Notice(Frame frame, String title, String text) {}
