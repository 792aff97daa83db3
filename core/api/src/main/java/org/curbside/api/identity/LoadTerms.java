package org.curbside.api.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an operator says of a file that it does not say itself, or says wrongly.
 *
 * @param full whether it lists everyone, so that whoever is not in it is removed from the registry at the end of the load
 * @param asOf the day on which the source was right
 */
public record LoadTerms(Optional<Boolean> full, Optional<LocalDate> asOf) {

    /** The file speaks for itself. */
    public static final LoadTerms OF_THE_FILE = new LoadTerms(Optional.empty(), Optional.empty());

    /** It only changes and adds. */
    public static final LoadTerms CHANGES = new LoadTerms(Optional.of(false), Optional.empty());
}
