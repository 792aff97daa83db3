package org.curbside.web.planted;

import org.curbside.api.polling.PollCounts;

/** Breaks a rule on purpose. */
public final class DoorReadingTrueCounts {

    private DoorReadingTrueCounts() {}

    static int reads(PollCounts counts) {
        return counts.latest(0, 1, 1).size();
    }
}
