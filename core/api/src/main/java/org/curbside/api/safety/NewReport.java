package org.curbside.api.safety;

import org.jspecify.annotations.Nullable;

/**
 * A suspected adverse reaction as a member reports it; nothing in it has been checked yet.
 *
 * @param question the question it is reported from
 * @param product the suspected drug, device or vaccine
 * @param reaction what happened
 * @param serious death, danger to life, hospital, lasting harm, birth defect or otherwise medically important (ICH E2A)
 */
public record NewReport(
        long question,
        @Nullable String product,
        @Nullable String reaction,
        boolean serious,
        @Nullable Outcome outcome) {}
