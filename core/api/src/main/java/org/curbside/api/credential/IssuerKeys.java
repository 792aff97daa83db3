package org.curbside.api.credential;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The licence desk's public keys. */
@ProviderType
public interface IssuerKeys {

    /** Every key that there ever was, in the order in which they were made. Entries are only ever added, at the end. */
    List<IssuerKey> directory();
}
