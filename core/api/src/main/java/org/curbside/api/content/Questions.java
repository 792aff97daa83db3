package org.curbside.api.content;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The community's questions. */
@ProviderType
public interface Questions {

    /** The most questions that one page holds. */
    int MAX_PAGE = 100;

    /**
     * Asks. When this returns, the question is on disk.
     *
     * @throws org.curbside.api.refusal.Refusal when a field is empty or too long
     */
    Question ask(NewQuestion question);

    /** The question with that id. */
    Optional<Question> find(long id);

    /**
     * Questions from before the one with id {@code before}, newest first. A page costs the same however far back it is.
     *
     * @param specialty only this channel's, or all when empty
     * @param before {@link Long#MAX_VALUE} for the newest
     * @param limit 1 to {@link #MAX_PAGE}; anything else is brought into that range
     */
    QuestionPage latest(Optional<String> specialty, long before, int limit);
}
