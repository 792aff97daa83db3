package org.curbside.api.identity;

/**
 * A call that proves possession of a licence, for the operator to make.
 *
 * @param number of the case
 * @param name to be asked for, as on the registry's record
 * @param telephone as on that record
 * @param code to be told to the physician, and to nobody else
 */
public record Call(long number, String name, String telephone, String code) {}
