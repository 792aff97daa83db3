package org.curbside.spi.verification;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which edition of a registry a file is.
 *
 * @param full whether it lists everyone, so that whoever is not in it is not in the registry any more; otherwise it only
 *     changes and adds
 * @param asOf the day on which the source was right, if the file tells
 */
public record Edition(boolean full, Optional<LocalDate> asOf) {

    /** Lists everyone; nothing is known of its day. */
    public static final Edition FULL = new Edition(true, Optional.empty());

    /** Changes and adds; nothing is known of its day. */
    public static final Edition CHANGES = new Edition(false, Optional.empty());

    /** The same, right on that day. */
    public Edition asOf(LocalDate day) {
        return new Edition(full, Optional.of(day));
    }
}
