package org.curbside.api.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** For operators: everything that was done, and which moderator has which channels. */
@ProviderType
public interface ModerationRecord {

    /** The latest entries from before the one with that number, newest first; at most 100. */
    List<Entry> entries(long before);

    /**
     * Where the entries are no longer those that were written, in a sentence. Empty while each follows on the one before; what somebody cut
     * off at the end does not show.
     */
    Optional<String> broken();

    /** All moderators with their channels. */
    List<Remit> remits();

    /**
     * Gives a moderator channels instead of those they had; none for those of their own specialty.
     *
     * @throws org.curbside.api.refusal.Refusal when nobody is a moderator under that pseudonym, or there is no such channel
     */
    Remit assign(String operator, @Nullable String pseudonym, @Nullable List<String> channels);

    /** What waits in each channel, also where no moderator is. */
    List<Backlog> backlog();

    /**
     * One thing that was done. Who flagged is not in it.
     *
     * @param number from 1, without gaps
     * @param who a moderator's pseudonym, an operator's name, or what stands for a member
     * @param act what was done, in a word
     * @param moderationCase 0 where it is about none
     * @param words why, or empty
     * @param digest of this entry and the digest of the one before, SHA-256 in hexadecimal digits
     */
    record Entry(long number, Instant at, String who, String act, long moderationCase, String words, String digest) {}

    /**
     * A moderator's channels.
     *
     * @param assigned whether an operator has chosen them; else they follow from the specialty
     * @param channels names by code
     */
    record Remit(String pseudonym, String specialty, boolean assigned, List<Channel> channels) {

        /** Takes a copy of the list. */
        public Remit {
            channels = List.copyOf(channels);
        }

        /** A channel. */
        public record Channel(String code, String name) {}
    }

    /**
     * What waits in a channel.
     *
     * @param oldest since when the oldest waits
     * @param moderators how many moderators the channel has
     */
    record Backlog(String channel, int waiting, Instant oldest, int moderators) {}
}
