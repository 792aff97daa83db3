package org.curbside.api.content;

import java.util.List;
import org.curbside.api.polling.NewPoll;
import org.jspecify.annotations.Nullable;

/**
 * What a member sends to ask; nothing in it has been checked yet.
 *
 * @param specialty the channel's code
 * @param title one line
 * @param text plain text
 * @param topics a few words each
 * @param poll to be attached, or null
 * @param images at most {@link Images#MOST}
 * @param confirmed whether the author says that nobody can be recognised by what the screening pointed at
 */
public record NewQuestion(
        @Nullable String specialty,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<String> topics,
        @Nullable NewPoll poll,
        @Nullable List<NewImage> images,
        boolean confirmed) {

    /** Without pictures. */
    public NewQuestion(
            @Nullable String specialty,
            @Nullable String title,
            @Nullable String text,
            @Nullable List<String> topics,
            @Nullable NewPoll poll,
            boolean confirmed) {
        this(specialty, title, text, topics, poll, null, confirmed);
    }
}
