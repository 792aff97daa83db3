package org.curbside.api.membership;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sessions. Wrong tries at an account slow down whoever makes them: a browser that has signed in before is counted by itself,
 * all others together. So nobody can keep an owner out of an account who comes with a known browser or with a passkey. Every way
 * in refuses a banned member, see {@link Bans}, once the last secret was right.
 */
@ProviderType
public interface SignIn {

    /**
     * Begins a session with a password.
     *
     * @param device as an earlier session left it; null or anything else makes a stranger, not a refusal
     * @throws org.curbside.api.refusal.Refusal when name and password do not fit, or after too many tries
     */
    Entry signIn(@Nullable String name, @Nullable String password, @Nullable String device);

    /**
     * Ends what a right password began.
     *
     * @param ticket of {@link Entry.CodeNeeded}
     * @param code of the authenticator app, or a recovery code; each is taken once
     * @throws org.curbside.api.refusal.Refusal when the code is wrong, or the ticket is used up
     */
    Entry.In enter(@Nullable String ticket, @Nullable String code, @Nullable String device);

    /**
     * Begins a session with a passkey, which needs neither name nor code.
     *
     * @throws org.curbside.api.refusal.Refusal when it is not a passkey of an account here
     */
    Entry.In signIn(PasskeySignature signature, @Nullable String device);

    /** Who the session belongs to; empty when it has ended. */
    Optional<Visitor> visitor(String session);

    /** Ends the session; does nothing if it has ended. */
    void signOut(String session);

    /** Every session of whoever this one belongs to; this one first, then the latest. */
    List<OpenSession> sessions(String session);

    /**
     * Ends a session of the same account; the browser that it was in is a stranger again. Has to be confirmed first, see
     * {@link Confirmation}.
     *
     * @param id of {@link OpenSession}
     * @throws org.curbside.api.refusal.Refusal when there is none such
     */
    void end(String session, String id);

    /** Ends every other session of the same account, likewise. */
    void endOthers(String session);
}
