package org.curbside.api.content;

/**
 * How members rated a comment: its distribution, not only its score.
 *
 * @param score orders the comments: a lower bound of the share that agrees, 0 to 1
 * @param label such as "minority view, 3 of 41", or empty
 */
public record Ratings(int agree, int partly, int disagree, double score, String label) {

    /** All of them. */
    public int total() {
        return agree + partly + disagree;
    }
}
