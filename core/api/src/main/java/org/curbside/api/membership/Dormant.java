package org.curbside.api.membership;

import java.time.LocalDate;

/**
 * A pseudonym for whom the licence desk has not vouched of late. The physician may have lost the licence, or stayed away, or go
 * by another pseudonym now; nobody can tell. A fresh credential makes a member of it again.
 *
 * @param name the pseudonym
 * @param since the last day on which it was a member
 */
public record Dormant(long id, String name, LocalDate since) implements Visitor {}
