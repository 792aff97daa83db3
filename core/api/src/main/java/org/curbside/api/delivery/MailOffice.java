package org.curbside.api.delivery;

import org.osgi.annotation.versioning.ProviderType;

/** What operators see of mails and pushes. Doors let operators only see it; nobody sees an address. */
@ProviderType
public interface MailOffice {

    /**
     * Sends a mail to an address that an operator gives.
     *
     * @return what the relay said
     * @throws org.curbside.api.refusal.Refusal when it is no address, no relay is configured, or the relay does not take it
     */
    String test(String address);

    /** What went out since this was started, and what waits. */
    Counts counts();

    /**
     * How many.
     *
     * @param sent digests that the relay has taken
     * @param delayed tries that it put off, or that did not reach it
     * @param refused digests whose address its server refused
     * @param pushed pushes that a push service has taken
     * @param notPushed those that failed
     * @param waiting digests that are due now
     */
    record Counts(long sent, long delayed, long refused, long pushed, long notPushed, long waiting) {}
}
