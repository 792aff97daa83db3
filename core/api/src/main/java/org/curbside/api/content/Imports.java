package org.curbside.api.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes over what others wrote elsewhere. Its authors are nobody's pseudonyms and count nowhere as physicians; nobody is told of it, and no
 * client is. It is screened as whatever is posted here.
 */
@ProviderType
public interface Imports {

    /**
     * Takes over the questions, answers, comments on answers and votes of a site of Stack Exchange, from the files of its public dump. What was taken over before
     * is not taken over again, so that one that was broken off is gone on with by beginning it again.
     *
     * @param folder with Posts.xml, Users.xml, Votes.xml and, where there are comments, Comments.xml; its name is the name of the site
     * @param channel the specialty in whose channel the questions come, or null for a channel of their own
     * @param progress is told now and then how far it is
     * @throws org.curbside.api.refusal.Refusal when there is no such specialty
     * @throws IOException when a file cannot be read
     */
    Report stackExchange(Path folder, @Nullable String channel, Consumer<Report> progress) throws IOException;

    /**
     * What came of it.
     *
     * @param questions that were taken over
     * @param answers that were
     * @param replies what the comments on these answers became
     * @param ratings that the votes on these answers became: for is agreement, against is none; of whom they are is not in the dump
     * @param before questions, answers and replies that had been taken over earlier
     * @param shortened those of them that are longer than what is posted here
     * @param refused the others, by why
     * @param order how the order here agrees with the site's, or null while it goes on and where there is nothing to compare
     */
    record Report(
            long questions,
            long answers,
            long replies,
            long ratings,
            long before,
            long shortened,
            Map<String, Long> refused,
            @Nullable Order order) {

        /** Takes a copy of the map. */
        public Report {
            refused = Map.copyOf(refused);
        }
    }

    /**
     * How the order of answers here agrees with the site's own, over questions with at least two answers that were taken over. The site
     * orders by votes for less votes against.
     *
     * @param questions how many those are
     * @param pairs pairs of answers to one question
     * @param tau Kendall's tau-b over these pairs: 1 where both orders are the same, -1 where they are opposite
     * @param accepted questions one answer to which was accepted by whoever asked
     * @param acceptedFirst of these, where none has a higher score here
     * @param acceptedFirstThere of these, where none has a higher score there
     */
    record Order(long questions, long pairs, double tau, long accepted, long acceptedFirst, long acceptedFirstThere) {}
}
