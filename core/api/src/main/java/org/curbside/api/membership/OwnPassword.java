package org.curbside.api.membership;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The password of whoever is signed in. Every change has to be confirmed first, see {@link Confirmation}. */
@ProviderType
public interface OwnPassword {

    /**
     * Takes another password. Every session of the account ends, for whoever knew the old password may be in one; a new one
     * begins.
     *
     * @throws org.curbside.api.refusal.Refusal when it is too short, has the account's name in it, or is one that others use
     */
    Entry.In choose(String session, @Nullable String chosen);

    /**
     * Removes a member's password, if there is a passkey; every other session ends.
     *
     * @throws org.curbside.api.refusal.Refusal when nothing would be left to sign in with, or it is no member's
     */
    void remove(String session);
}
