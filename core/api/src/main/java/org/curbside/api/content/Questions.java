package org.curbside.api.content;

import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.curbside.api.paging.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The community's questions. */
@ProviderType
public interface Questions {

    /**
     * Asks. When this returns, the question, its poll and its pictures are on disk.
     *
     * @throws org.curbside.api.refusal.Refusal when a field is empty or too long, the channel unknown, the poll cannot be
     *     offered, a picture cannot be read, or the text could identify a patient
     */
    Question ask(Member author, NewQuestion question);

    /** The question with that id. */
    Optional<Question> find(long id);

    /**
     * Edits title and text of one's own question; what it said before is kept. What it is about stays: specialty, topics and poll; for
     * pictures there are {@link Images}.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such question, somebody else asked it, it is closed, it was edited too
     *     often, or the text is empty, too long or could identify a patient
     */
    Question edit(Member author, long question, NewEdit edit);

    /** What a question said before, the oldest first; empty when it was never edited, there is none, or it is hidden. */
    List<Revision> history(long question);

    /**
     * Closes a question with what became of it, or writes that anew. Nobody advises on it any more; ratings go on.
     *
     * @throws org.curbside.api.refusal.Refusal when somebody else asked it, there is no such question or no such advice on it, or the
     *     text is empty, too long or could identify a patient
     */
    Question conclude(Member asker, long question, NewConclusion conclusion);

    /**
     * Opens it again, without a conclusion and without outcomes.
     *
     * @throws org.curbside.api.refusal.Refusal when somebody else asked it, or there is no such question
     */
    Question reopen(Member asker, long question);

    /**
     * Questions from before the one with id {@code before}, newest first.
     *
     * @param channel only those of the channel with this code, or those of all that are not walled when empty
     * @param before {@link Long#MAX_VALUE} for the newest
     * @param limit 1 to {@link Page#MOST}; anything else is brought into that range
     */
    Page<Question> latest(Optional<String> channel, long before, int limit);

    /**
     * What waits for a member: open questions of colleagues on which nobody has advised, in the member's specialty, those that are parts of
     * it, the one that it is a part of, and its neighbours. The one that has waited longest comes first; at most 20.
     */
    List<Waiting> waiting(Member reader);

    /** How questions are answered here; it may be some minutes old. */
    FirstReplies firstReplies();
}
