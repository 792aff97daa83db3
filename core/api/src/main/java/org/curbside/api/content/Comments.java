package org.curbside.api.content;

import java.util.List;
import org.curbside.api.membership.Member;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Advice and how it is rated. */
@ProviderType
public interface Comments {

    /**
     * Advises. When this returns, the comment is on disk.
     *
     * @param confirmed as in {@link NewQuestion}
     * @throws org.curbside.api.refusal.Refusal when there is no such question, it is closed, or the text is empty, too long
     *     or could identify a patient
     */
    Comment comment(Member author, long question, @Nullable String text, boolean confirmed);

    /**
     * Edits one's own advice; what it said before is kept, and its ratings are.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such comment, somebody else wrote it, its question is closed, it was
     *     edited too often, or the text is empty, too long or could identify a patient
     */
    Comment edit(Member author, long comment, NewEdit edit);

    /** What a comment said before, the oldest first; empty when it was never edited, there is none, or it is hidden. */
    List<Revision> history(long comment);

    /** All comments on a question, best rated first, as {@code reader} sees them. */
    List<Comment> on(long question, Member reader);

    /** What the ratings of all advice on a question amount to. */
    Consensus consensus(long question);

    /** How a member's ratings stand beside what later showed. */
    Calibration calibration(Member member);

    /** How a member's own advice was received beyond their specialty, and what later showed about it. Only the member is told. */
    Standing standing(Member member);

    /**
     * Rates a comment, or revises one's rating of it.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such comment, or it is one's own
     */
    Comment rate(Member rater, long comment, Rating rating);
}
