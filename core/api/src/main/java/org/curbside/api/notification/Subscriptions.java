package org.curbside.api.notification;

import java.util.List;
import java.util.Map;
import org.curbside.api.content.Question;
import org.curbside.api.content.Waiting;
import org.curbside.api.membership.Member;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What members want to hear of. A question's own level wins over that of its topics, that of a topic over its channel's; of several
 * topics the one of which most is heard counts. Usually a member watches the questions that they asked or advised on, and tracks
 * their own specialty. What was asked in a walled channel is heard of by that channel or the question itself, never by its topics.
 */
@ProviderType
public interface Subscriptions {

    /** The most that one member can choose. */
    int MOST = 500;

    /** All that a member has chosen: channels, topics, then questions, the latest first. */
    List<Subscription> chosen(Member member);

    /**
     * What holds for one thing.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such channel or question, or it is no topic
     */
    Subscription find(Member member, Subject subject, String name);

    /** What holds for a question, as {@link #find} says it, for whoever has the question already. */
    Subscription of(Member member, Question question);

    /**
     * Chooses a level.
     *
     * @param level null for what is usual
     * @throws org.curbside.api.refusal.Refusal as in {@link #find}, or when the member has chosen {@link #MOST}
     */
    Subscription choose(Member member, Subject subject, String name, @Nullable Level level);

    /** What is new to a member of questions that they watch or track; by the question's number, for those only that have something new. */
    Map<Long, Unread> unread(Member member, List<Question> questions);

    /** Those that are not muted. */
    List<Waiting> heard(Member member, List<Waiting> waiting);
}
