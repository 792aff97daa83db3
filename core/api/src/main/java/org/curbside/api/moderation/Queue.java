package org.curbside.api.moderation;

import java.time.Instant;
import java.util.List;
import org.curbside.api.content.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * What waits for whoever looks: only what they may decide.
 *
 * @param entries the gravest first, of those the oldest; not more than 100
 * @param channels how many wait in which channel
 */
public record Queue(List<Entry> entries, List<Count> channels) {

    /** Takes copies of the lists. */
    public Queue {
        entries = List.copyOf(entries);
        channels = List.copyOf(channels);
    }

    /**
     * A case that waits.
     *
     * @param rule the gravest that it was flagged for, or was found broken
     * @param claimedBy the mask of whoever looks at it, or null
     */
    public record Entry(
            long id,
            PostKind kind,
            String channel,
            String title,
            Rule rule,
            int flags,
            Instant opened,
            Case.State state,
            boolean hidden,
            @Nullable String claimedBy) {}

    /**
     * How many wait in a channel.
     *
     * @param channel its name
     */
    public record Count(String channel, int waiting) {}
}
