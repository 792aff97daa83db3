package org.curbside.api.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Passkeys (WebAuthn Level 3): discoverable, with user verification, without attestation. */
@ProviderType
public interface Passkeys {

    /**
     * What a passkey signs to sign in or to confirm.
     *
     * @param challenge in base64url; taken once, within five minutes
     * @param relyingParty the domain for which the passkey was made
     */
    record Challenge(String challenge, String relyingParty) {}

    /**
     * What a browser makes a passkey from.
     *
     * @param handle by which the passkey will know the account, in base64url; says nothing about it
     * @param name under which the passkey shows itself to its owner
     * @param known ids of the passkeys that the account has, in base64url
     */
    record Invitation(String challenge, String relyingParty, String handle, String name, List<String> known) {}

    /**
     * What a browser answers with, in base64url.
     *
     * @param name what its owner calls it
     */
    record Made(@Nullable String name, @Nullable String clientData, @Nullable String attestationObject) {}

    /** Lets a passkey of anybody sign. */
    Challenge challenge();

    /** Lets a passkey be made; has to be confirmed first. */
    Invitation invite(String session);

    /**
     * Adds a passkey to an account.
     *
     * @throws org.curbside.api.refusal.Refusal when it was not made from an invitation of ours to this account
     */
    Passkey add(String session, Made made);

    /** The passkeys of whoever is signed in, the eldest first. */
    List<Passkey> of(String session);

    /**
     * Removes a passkey; has to be confirmed first.
     *
     * @throws org.curbside.api.refusal.Refusal when there is none such, or nothing would be left to sign in with
     */
    void remove(String session, String id);
}
