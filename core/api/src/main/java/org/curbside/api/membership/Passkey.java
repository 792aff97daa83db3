package org.curbside.api.membership;

import java.time.LocalDate;

/**
 * A passkey as its owner sees it.
 *
 * @param id opens nothing
 * @param begun the day on which it was made
 * @param used the last day on which it signed
 */
public record Passkey(String id, String name, LocalDate begun, LocalDate used) {}
