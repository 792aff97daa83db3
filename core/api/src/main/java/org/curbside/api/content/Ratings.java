package org.curbside.api.content;

/**
 * How members rated a comment: its distribution, not only its score.
 *
 * @param score orders the comments: a lower bound of the share that agrees, 0 to 1
 * @param view what they say about it
 * @param label that in words, such as "minority view, 3 of 41", or empty
 * @param leftOut ratings that do not count, of members who favour each other beyond chance
 * @param notice what only the author reads about it, or empty
 */
public record Ratings(
        int agree, int partly, int disagree, double score, View view, String label, int leftOut, String notice) {

    /** All that count. */
    public int total() {
        return agree + partly + disagree;
    }
}
