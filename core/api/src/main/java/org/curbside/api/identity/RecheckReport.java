package org.curbside.api.identity;

/**
 * What became of the proven licences when the registries' files were looked at again.
 *
 * @param cases that were looked at
 * @param lapsed that are not active any more
 * @param doubted that wait for a person now
 * @param restored that are active again
 * @param skipped that could not be judged, because a registry's add-on is away; they are judged before the next credential
 */
public record RecheckReport(long cases, long lapsed, long doubted, long restored, long skipped) {}
