package org.curbside.api.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An authenticator app (RFC 6238), whose code is asked for after the password. Every change has to be confirmed first, see
 * {@link Confirmation}.
 */
@ProviderType
public interface Authenticator {

    /**
     * A secret to be shared with an app.
     *
     * @param secret in Base32
     * @param uri the same as apps read it from a QR code
     */
    record Offer(String secret, String uri) {}

    /** Offers a fresh secret; nothing changes until a code of it is shown. */
    Offer offer(String session);

    /** The secret that was offered last. */
    Offer offered(String session);

    /**
     * Uses the app from now on.
     *
     * @param code of the secret that was offered
     * @return ten recovery codes, of which only digests are kept
     * @throws org.curbside.api.refusal.Refusal when it is not that secret's code
     */
    List<String> use(String session, @Nullable String code);

    /** Ten other recovery codes, which replace those before. */
    List<String> renewRecoveryCodes(String session);

    /** Asks for no code any longer. */
    void stop(String session);
}
