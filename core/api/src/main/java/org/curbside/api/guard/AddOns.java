package org.curbside.api.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The add-ons that are installed. */
@ProviderType
public interface AddOns {

    /** Every add-on as it is now, by name and then version. */
    List<AddOn> installed();

    /**
     * Stops an add-on and keeps this version of it from running, also after a restart.
     *
     * @param reason for the operators who come after, in a sentence
     * @param who is in the {@link Audit} for it
     * @throws org.curbside.api.refusal.Refusal when no such add-on is installed or no reason is given
     */
    void quarantine(String name, @Nullable String reason, String who);

    /**
     * Lets an add-on out of quarantine and starts it.
     *
     * @param who is in the {@link Audit} for it
     * @throws org.curbside.api.refusal.Refusal when no such add-on is in quarantine, or it does not start
     */
    void release(String name, String who);
}
