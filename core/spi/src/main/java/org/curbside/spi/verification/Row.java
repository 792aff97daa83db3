package org.curbside.spi.verification;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One row of a bulk file; valid only during the call it is given to. */
@FunctionalInterface
@ProviderType
public interface Row {

    /**
     * The value under a {@link Column#name}, without blanks around it; empty if blank or if the column is absent.
     *
     * @throws IllegalArgumentException if the registry declares no such column
     */
    String value(String column);

    /**
     * The day under a column, written 2027-10-31, with a time behind it, 20271031 or 10/31/2027; empty if the value is, or
     * if it is made of zeros. What cannot be read is {@link LocalDate#EPOCH}, so that an end of a licence that nobody
     * understands has passed rather than never comes.
     */
    default Optional<LocalDate> date(String column) {
        return Days.read(value(column));
    }
}
