package org.curbside.api.membership;

/** What a right password comes to. */
public sealed interface Entry {

    /**
     * Whoever it was is signed in.
     *
     * @param session the session's secret, to be kept by the browser; the platform keeps only its digest
     * @param device what the browser shows when it signs in again, so that strangers' wrong tries do not keep it waiting. It
     *     opens nothing by itself, and only where somebody signs in may it be sent along
     */
    record In(String session, String device, Visitor visitor) implements Entry {}

    /**
     * The account has a second factor too.
     *
     * @param ticket stands for the password within the next five minutes, for three codes
     */
    record CodeNeeded(String ticket) implements Entry {}
}
