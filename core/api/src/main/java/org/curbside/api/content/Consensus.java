package org.curbside.api.content;

import org.jspecify.annotations.Nullable;

/**
 * What the ratings of all advice on a question amount to.
 *
 * @param dissent what those rate best who disagree with the best rated, or null while they are too few to say
 * @param agreement how far raters agree, or null while they are too few to say
 */
public record Consensus(@Nullable Dissent dissent, @Nullable Agreement agreement) {

    /** Nothing can be said yet. */
    public static final Consensus NONE = new Consensus(null, null);

    /**
     * The other side, heard.
     *
     * @param comment the advice that they rate best
     * @param agree how many of them agree with it
     * @param of how many of them rated it
     */
    public record Dissent(long comment, int agree, int of) {}

    /**
     * How far raters agree beyond chance: 1 is perfect, 0 is chance.
     *
     * @param ac1 Gwet's AC1
     * @param low where its 95 % interval begins
     * @param high where it ends
     * @param alpha Krippendorff's alpha for ordered categories, or null where all ratings are the same
     * @param raters how many there are
     */
    public record Agreement(double ac1, double low, double high, @Nullable Double alpha, int raters) {}
}
