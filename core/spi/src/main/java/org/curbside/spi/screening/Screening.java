package org.curbside.spi.screening;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks for what could identify a patient. It points; it never rewrites, for a dose or an eponym could be lost.
 *
 * <p>Register it as a service marked with {@link ScreeningId}. It is stateless and safe for use by many threads, keeps
 * and logs nothing of the text, asks no other machine, and answers within a second for the longest text, 100,000 UTF-16
 * units, whatever is in it. All installed screenings are asked, and every concern of each counts.
 */
@ConsumerType
public interface Screening {

    /** What it found, by start; spans may touch but not overlap. Finding nothing does not promise that nothing is there. */
    List<Concern> screen(String text);
}
