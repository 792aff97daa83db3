package org.curbside.api.content;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Computes from the stored ratings whatever is shown of them, and compares. */
@ProviderType
public interface ConsensusReplay {

    /**
     * Does so.
     *
     * @throws org.curbside.api.refusal.Refusal while a fit is made
     */
    Report replay();

    /**
     * What came of it.
     *
     * @param ratings that were read
     * @param fitted of these, that the last fit is made of
     * @param raters that count in the fit
     * @param comments that were compared
     * @param differences what is kept otherwise than it was computed, a sentence each; not more than 21
     */
    record Report(long ratings, long fitted, int raters, long comments, List<String> differences) {

        /** Takes a copy of the list. */
        public Report {
            differences = List.copyOf(differences);
        }
    }
}
