package org.curbside.content.internal;

import java.util.List;
import org.curbside.api.content.Channel;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.specialty.Guide;

/**
 * The channel for what is about practising and not about patients. It is walled: whoever comes for medicine never meets it.
 * It has no polls, because clients see what polls found, and clients are here for medicine.
 */
final class Practice {

    static final Channel CHANNEL = new Channel(
            Channel.PRACTICE,
            "Practice and Policy",
            List.of("politics", "payment", "law"),
            List.of(),
            "",
            List.of(
                    "prior authorization",
                    "payment",
                    "coding and billing",
                    "employment contracts",
                    "staffing",
                    "documentation",
                    "electronic records",
                    "liability",
                    "licensing",
                    "scope of practice",
                    "burnout",
                    "retirement"),
            List.of(),
            Guide.NONE,
            "For payment, law, politics and working conditions, so that every other channel is free of them. What is"
                    + " asked here is shown only here: not among the latest questions, not in the topics, not to clients."
                    + " There are no polls. Argue about the matter, not about the colleague.",
            true);

    private Practice() {}

    /** Refuses what the channel does not take. */
    static void check(String channel, NewQuestion question) {
        if (channel.equals(Channel.PRACTICE) && question.poll() != null) {
            throw Refusal.invalid(
                    "no-polls-here",
                    "poll.text",
                    "There are no polls in " + CHANNEL.name() + ", for clients see what polls find. Leave it empty.");
        }
    }
}
