package org.curbside.api.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that a physician put to colleagues.
 *
 * @param id identifies it for good; later questions have larger ids
 * @param version grows with every change
 * @param author who asked
 * @param channel the code of the specialty it was asked in
 * @param specialty the name of that specialty
 * @param topics at most five, in lower case
 * @param title one line
 * @param text plain text; line breaks count
 * @param poll the id of the attached poll, or null
 * @param comments how many there are
 * @param asked when, to the microsecond
 * @param conclusion what became of it, or null while it is open
 * @param edited when its title or text was last edited, or null
 * @param images at most {@link Images#MOST}, the first sent first
 * @param hidden why moderators have hidden it, or null; title and text then say so instead of what was asked
 */
public record Question(
        long id,
        int version,
        Author author,
        String channel,
        String specialty,
        List<String> topics,
        String title,
        String text,
        @Nullable Long poll,
        int comments,
        Instant asked,
        @Nullable Conclusion conclusion,
        @Nullable Instant edited,
        List<Image> images,
        @Nullable String hidden) {

    /** Takes copies of the lists. */
    public Question {
        topics = List.copyOf(topics);
        images = List.copyOf(images);
    }

    /** Without pictures. */
    public Question(
            long id,
            int version,
            Author author,
            String channel,
            String specialty,
            List<String> topics,
            String title,
            String text,
            @Nullable Long poll,
            int comments,
            Instant asked,
            @Nullable Conclusion conclusion,
            @Nullable Instant edited,
            @Nullable String hidden) {
        this(
                id,
                version,
                author,
                channel,
                specialty,
                topics,
                title,
                text,
                poll,
                comments,
                asked,
                conclusion,
                edited,
                List.of(),
                hidden);
    }
}
