package org.curbside.api.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who someone says they are; nothing in it has been checked yet.
 *
 * @param npi the National Provider Identifier
 */
public record NewClaim(@Nullable String givenName, @Nullable String familyName, @Nullable String npi) {}
