package org.curbside.api.content;

import java.time.Instant;
import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/** Takes over what was written earlier, with its own times. The same rules hold as for what is written now. */
@ProviderType
public interface Archive {

    /** As {@link Questions#ask}, at that time. */
    Question ask(Member author, NewQuestion question, Instant asked);

    /** As {@link Comments#comment}, at that time. */
    Comment comment(Member author, long question, String text, Instant written);

    /** As {@link Replies#reply}, at that time. */
    Reply reply(Member author, long comment, String text, Instant written);

    /** As {@link Comments#rate}, at that time. */
    Comment rate(Member rater, long comment, Rating rating, Instant rated);

    /** Concludes in the past. */
    Question conclude(Member asker, long question, NewConclusion conclusion, Instant concluded);
}
