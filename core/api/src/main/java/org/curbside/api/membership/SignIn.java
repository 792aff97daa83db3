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

    /** Who the session belongs to; empty when it has ended. */
    Optional<Visitor> visitor(String session);

    /** Ends the session; does nothing if it has ended. */
    void signOut(String session);
}
