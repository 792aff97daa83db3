package org.curbside.api.insight;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Counts over time, kept up by events. */
@ProviderType
public interface Insight {

    /** True counts of different physicians per topic and specialty, for the gate; both days Mondays, the last exclusive. */
    List<Activity> activity(LocalDate from, LocalDate until);

    /** Every topic with its weekly counts, alarms first. */
    List<TopicWatch> watches();
}
