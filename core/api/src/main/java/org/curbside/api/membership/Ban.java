package org.curbside.api.membership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A ban, as operators see it; no time finer than a day.
 *
 * @param reason as the member reads it
 * @param operator whoever banned
 * @param lifted empty while it holds
 */
public record Ban(String pseudonym, String reason, String operator, LocalDate since, Optional<Lifting> lifted) {

    /**
     * What ended it.
     *
     * @param operator whoever lifted it
     */
    public record Lifting(String reason, String operator, LocalDate day) {}

    /** Whether it holds. */
    public boolean holds() {
        return lifted.isEmpty();
    }
}
