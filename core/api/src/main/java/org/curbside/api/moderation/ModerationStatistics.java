package org.curbside.api.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** How posts are moderated here, for everybody. */
@ProviderType
public interface ModerationStatistics {

    /** Of the last 365 days, without walled channels. */
    Report report();

    /**
     * The report. A count is null where it is below {@link #LEAST}; totals beside such counts are not told, for they could be subtracted.
     *
     * @param flags by rule, in the rules' order
     * @param decisions by measure, in the measures' order
     * @param medianMinutes from the first flag to the decision, or null while less than five were decided
     * @param upheldPercent how many of a hundred decided cases broke a rule, or null while either kind is rare
     * @param appeals how many decisions were appealed against
     * @param reversed how many of them were taken back
     */
    record Report(
            List<Count> flags,
            List<Count> decisions,
            @Nullable Long medianMinutes,
            @Nullable Integer upheldPercent,
            @Nullable Long appeals,
            @Nullable Long reversed) {

        /** Takes copies of the lists. */
        public Report {
            flags = List.copyOf(flags);
            decisions = List.copyOf(decisions);
        }
    }

    /** Fewer are not told. */
    int LEAST = 5;

    /**
     * How many.
     *
     * @param what a name of {@link Rule} or {@link Measure}
     * @param number null where it is below {@link #LEAST}
     */
    record Count(String what, @Nullable Long number) {}
}
