package org.curbside.api.guard;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The add-ons that are installed. */
@ProviderType
public interface AddOns {

    /** Every add-on as it is now, by name and then version. */
    List<AddOn> installed();
}
