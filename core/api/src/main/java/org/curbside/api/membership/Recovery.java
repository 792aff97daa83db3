package org.curbside.api.membership;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** For a member who has lost what they sign in with, and still has the recovery words that the member's key is made of. */
@ProviderType
public interface Recovery {

    /** How everything begins that a member's key signs for this. */
    String PURPOSE = "curbside/recovery/v1 ";

    /**
     * What the key has to sign: {@link #PURPOSE}, the key and a number that is another after each recovery, so that no signature
     * is good twice.
     *
     * @param memberKey Ed25519, 32 bytes, base64url
     * @throws org.curbside.api.refusal.Refusal when no pseudonym has that key
     */
    String challenge(@Nullable String memberKey);

    /**
     * Takes another password. Every session ends, and passkeys and the authenticator app are gone: whoever has lost one may have lost
     * all.
     *
     * @param memberKey as above
     * @param signature Ed25519 (RFC 8032) over the UTF-8 bytes of the {@link #challenge}, 64 bytes, base64url
     * @param password at least 10 characters, without the pseudonym
     * @return who is signed in now: strangers who guess at the pseudonym's password must not keep its member waiting
     * @throws org.curbside.api.refusal.Refusal when no pseudonym has that key, the signature is not the key's or was used before,
     *     the password cannot be taken, or the member is banned
     */
    Entry.In recover(@Nullable String memberKey, @Nullable String signature, @Nullable String password);
}
