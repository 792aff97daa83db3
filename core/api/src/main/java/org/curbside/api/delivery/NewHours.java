package org.curbside.api.delivery;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** As {@link Hours}, as a member sends them: all but the last have to be there. */
public record NewHours(
        @Nullable Rhythm rhythm,
        @Nullable Integer hour,
        @Nullable String zone,
        @Nullable Integer nightFrom,
        @Nullable Integer nightTo,
        @Nullable LocalDate awayUntil) {}
