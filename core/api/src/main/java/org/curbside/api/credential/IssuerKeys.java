package org.curbside.api.credential;

import java.security.PublicKey;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The licence desk's public keys. */
@ProviderType
public interface IssuerKeys {

    /** Ed25519 keys that a credential of the present epoch may be signed with, the newest first. */
    List<PublicKey> keys();
}
