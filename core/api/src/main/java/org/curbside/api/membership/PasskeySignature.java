package org.curbside.api.membership;

import org.jspecify.annotations.Nullable;

/**
 * What a browser answers with when a passkey has signed a challenge, as WebAuthn names it, all in base64url.
 *
 * @param id of the credential
 * @param userHandle by which the passkey knows the account
 */
public record PasskeySignature(
        @Nullable String id,
        @Nullable String clientData,
        @Nullable String authenticatorData,
        @Nullable String signature,
        @Nullable String userHandle) {}
