package org.curbside.api.membership;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whoever wants to do something dangerous shows once more who they are; a session that was left open is not enough. It holds
 * for five minutes, and for the session in which it was shown. Signing in shows it too.
 */
@ProviderType
public interface Confirmation {

    /** The ways into the account that a session belongs to. */
    Access access(String session);

    /**
     * Shows it by the password or, without one, by a code.
     *
     * @throws org.curbside.api.refusal.Refusal when it is wrong, or after too many tries in this session
     */
    void confirm(String session, @Nullable String password, @Nullable String code);

    /**
     * Shows it by a passkey.
     *
     * @throws org.curbside.api.refusal.Refusal when it is none of this account
     */
    void confirm(String session, PasskeySignature signature);

    /**
     * Passes if it was shown.
     *
     * @throws org.curbside.api.refusal.Refusal {@code confirm-first} when it was not
     */
    void require(String session);
}
