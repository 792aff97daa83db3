package org.curbside.spi.verification;

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
}
