package org.curbside.api.membership;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Sessions. */
@ProviderType
public interface SignIn {

    /**
     * Begins a session.
     *
     * @return the session's secret, to be kept by the browser; the platform keeps only its digest
     * @throws org.curbside.api.refusal.Refusal when name and password do not fit, or after too many tries
     */
    String signIn(@Nullable String name, @Nullable String password);

    /**
     * Takes another password. Every session of the account ends, for whoever knew the old password may be in one; a new one
     * begins.
     *
     * @return the new session's secret
     * @throws org.curbside.api.refusal.Refusal when the current password is wrong, which counts like a wrong one at sign-in,
     *     or the chosen one is too short or has the account's name in it
     */
    String changePassword(Visitor owner, @Nullable String current, @Nullable String chosen);

    /** Who the session belongs to; empty when it has ended. */
    Optional<Visitor> visitor(String session);

    /** Ends the session; does nothing if it has ended. */
    void signOut(String session);
}
