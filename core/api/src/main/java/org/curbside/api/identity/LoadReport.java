package org.curbside.api.identity;

import java.time.LocalDate;
import java.util.Map;

/**
 * How far a load has come.
 *
 * @param rows read from the file, the header not counted
 * @param stored of them
 * @param rejected of them
 * @param reasons how many were rejected for which reason
 * @param rejects the file that lists the rejected lines with their reasons
 * @param resumedAt rows that an earlier, broken-off load had done
 * @param removed entries of earlier loads that this one, being full, has ended
 * @param full whether it lists everyone
 * @param asOf the day on which the source was right
 * @param bytes read
 * @param totalBytes in the file
 * @param millis since the start
 */
public record LoadReport(
        long rows,
        long stored,
        long rejected,
        Map<String, Long> reasons,
        String rejects,
        long resumedAt,
        long removed,
        boolean full,
        LocalDate asOf,
        long bytes,
        long totalBytes,
        long millis) {

    /** Takes a copy of the map. */
    public LoadReport {
        reasons = Map.copyOf(reasons);
    }
}
