package org.curbside.api.search;

import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds questions by what was asked, advised and concluded.
 *
 * <p>All words have to be there, in whatever form ("bleeds" finds "bleeding") and by whatever name an installed specialty knows ("MI" finds
 * "heart attack"). Words in quotes have to stand together as they are. A minus before either leaves out what has it. What restricts the
 * search has a name and a colon before it: {@code specialty:}, {@code topic:}, {@code by:} (a pseudonym), {@code status:open|closed},
 * {@code after:} and {@code before:} (ISO days in UTC, the first included and the second not), {@code has:poll}, {@code is:unanswered}.
 *
 * <p>What stands in a walled channel is found by naming that channel only. Whoever wants to answer polls first is shown no advice on a question
 * with an open poll; see {@link org.curbside.api.content.Habits}.
 */
@ProviderType
public interface Search {

    /** The most questions on one page. */
    int PER_PAGE = 20;

    /** The last page that is handed out; whoever has not found it by then asks more closely. */
    int LAST_PAGE = 50;

    /** The most characters of a search. */
    int LONGEST = 300;

    /**
     * Searches.
     *
     * @param page 1 to {@link #LAST_PAGE}; anything else is brought into that range
     * @throws org.curbside.api.refusal.Refusal when it is empty, too long, or asks by something that does not exist
     */
    SearchResults search(Member reader, @Nullable String query, Order order, int page);

    /**
     * Questions like a text, the most similar first; at most five.
     *
     * @param text a draft, in whatever state; of a long one only the beginning counts
     * @param channel the code of the channel in which it will be asked: if that is walled, only there is looked
     */
    List<Hit> similar(Member reader, String text, Optional<String> channel);
}
