package org.curbside.api.content;

import java.time.Instant;

/** A member rated a comment in another way than before. Neither who nor how is told. */
public record RatingRevised(long comment, Instant at) implements RatingEvent {}
