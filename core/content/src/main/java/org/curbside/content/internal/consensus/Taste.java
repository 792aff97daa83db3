package org.curbside.content.internal.consensus;

/**
 * What a fit knows of a rater or of an item.
 *
 * @param intercept how much more a rater agrees than others do, or how much more an item is agreed with
 * @param factor on which side of what divides the raters they are, and how far; its sign means nothing by itself
 */
public record Taste(double intercept, double factor) {

    /** Of what nothing is known. */
    static final Taste NONE = new Taste(0, 0);
}
