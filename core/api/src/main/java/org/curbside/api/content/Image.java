package org.curbside.api.content;

/**
 * A picture in a question, without its bytes; {@link Images} has those.
 *
 * @param question the question's id
 * @param number tells it from others of the question; none is given twice
 * @param alt what there is to see, for whoever cannot
 * @param width in points
 * @param height in points
 */
public record Image(long question, int number, String alt, int width, int height) {}
