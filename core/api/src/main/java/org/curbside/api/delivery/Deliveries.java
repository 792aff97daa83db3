package org.curbside.api.delivery;

import org.curbside.api.membership.Member;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How members are reached outside of the house. Whatever goes out says how much waits, and nothing of what or of whom.
 *
 * <p>An address names a person. So its rows name no member: their key is the member's number under AES with a key that lies in a file,
 * and the address is sealed under the same. A copy of the database tells neither which pseudonym has an address nor any address. Whoever
 * has the database and the file has both, and so has whoever can read this process's memory.
 */
@ProviderType
public interface Deliveries {

    /** The most browsers of one member. */
    int MOST_BROWSERS = 10;

    /** How that member is reached. */
    Delivery of(Member member);

    /**
     * Chooses when.
     *
     * @throws org.curbside.api.refusal.Refusal when something is missing, or no such hour or zone is offered
     */
    Delivery choose(Member member, NewHours hours);

    /**
     * Sends a code of six digits to an address, and deletes the one that was there before.
     *
     * @throws org.curbside.api.refusal.Refusal when it is none, its server refuses it, no mail is sent here or none at present, or five codes
     *     were sent for this member within a day
     */
    Delivery address(Member member, @Nullable String address);

    /**
     * Begins the digest to an address that its owner can read.
     *
     * @throws org.curbside.api.refusal.Refusal when it is another code, no code is waited for any more, or five were wrong, which ends it
     */
    Delivery confirm(Member member, @Nullable String code);

    /** Deletes the address, and ends the digest by it. Nothing happens if there is none. */
    Delivery forgetAddress(Member member);

    /**
     * Has a browser told.
     *
     * @param endpoint the address at its maker's push service (RFC 8030), by https
     * @throws org.curbside.api.refusal.Refusal when it is no such address, or the member has {@link #MOST_BROWSERS}
     */
    Delivery addBrowser(Member member, @Nullable String endpoint);

    /** Has a browser of the member's told no longer; nothing happens if it was not. */
    Delivery removeBrowser(Member member, @Nullable String endpoint);

    /** Has none of the member's browsers told any longer. */
    Delivery removeBrowsers(Member member);

    /** Deletes all that is kept here of a member. */
    Delivery forget(Member member);

    /**
     * Whether a link in a digest is one of ours. Looking at it changes nothing.
     *
     * @param token the end of the address
     */
    boolean isUnsubscription(String token);

    /**
     * Deletes the address to which a digest went, for whoever has its link (RFC 8058); nobody has to be signed in for it. Nothing happens
     * the second time.
     *
     * @throws org.curbside.api.refusal.Refusal when the link is none of ours
     */
    void unsubscribe(String token);
}
