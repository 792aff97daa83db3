package org.curbside.api.content;

import java.util.List;
import org.curbside.api.membership.Member;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What members say about advice: whoever asked says what is missing, whoever advised explains. {@link Comments#on} shows it. */
@ProviderType
public interface Replies {

    /**
     * Replies to advice. When this returns, the reply is on disk.
     *
     * @param confirmed as in {@link NewQuestion}
     * @throws org.curbside.api.refusal.Refusal when there is no such comment, it is hidden or has too many replies, its question is
     *     closed, or the text is empty, too long or could identify a patient
     */
    Reply reply(Member author, long comment, @Nullable String text, boolean confirmed);

    /**
     * Edits one's own reply; what it said before is kept.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such reply, somebody else wrote it, its question is closed, it was
     *     edited too often, or the text is empty, too long or could identify a patient
     */
    Reply edit(Member author, long reply, NewEdit edit);

    /** What a reply said before, the oldest first; empty when it was never edited, there is none, or it is hidden. */
    List<Revision> history(long reply);
}
