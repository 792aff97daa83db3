package org.curbside.api.polling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/** Polls and their secret ballots. */
@ProviderType
public interface Polls {

    /** The poll types that can be offered now, by name. */
    List<PollKind> types();

    /**
     * Opens a poll.
     *
     * @return its id
     * @throws org.curbside.api.refusal.Refusal when no such type is installed, or the type cannot offer it
     */
    long open(NewPoll poll);

    /** A poll as {@code reader} sees it. */
    Optional<Poll> find(long poll, Member reader);

    /**
     * Casts a member's one ballot. Nothing kept links the ballot to the member.
     *
     * @param submitted values by field name
     * @throws org.curbside.api.refusal.Refusal when there is no such poll, the member has answered, the poll's type is
     *     away, or the ballot cannot be read
     */
    void answer(Member member, long poll, Map<String, List<String>> submitted);
}
