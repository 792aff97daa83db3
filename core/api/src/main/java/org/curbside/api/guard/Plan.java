package org.curbside.api.guard;

import java.util.List;
import java.util.Optional;

/**
 * What an installation would do.
 *
 * @param verdict whether it would be done at all
 * @param running the version that it would replace, if one is installed
 * @param uses what is stored that needs it, such as "12 polls"
 * @param meanwhile what would be away while it is replaced, a sentence each
 * @param back how to undo it, a sentence each; empty if it would not be done
 */
public record Plan(
        Verdict verdict, Optional<String> running, List<String> uses, List<String> meanwhile, List<String> back) {

    /** Keeps copies. */
    public Plan {
        uses = List.copyOf(uses);
        meanwhile = List.copyOf(meanwhile);
        back = List.copyOf(back);
    }
}
