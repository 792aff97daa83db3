package org.curbside.guard.internal;

import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The versions of add-ons that are kept from running, with the reason, across restarts. Another version of the same add-on
 * is not held for it.
 */
@Component(service = Quarantine.class)
public final class Quarantine {

    private final Notes reasons;

    /** Reads who is held. */
    @Activate
    public Quarantine(BundleContext context) throws IOException {
        reasons = new Notes(context, "quarantine");
    }

    /** Holds a version from now on; the first reason stays. Says whether it was not held before. */
    public boolean hold(String name, Version version, String reason) {
        return reasons.putIfAbsent(key(name, version), reason);
    }

    /** Lets a version go; says whether it was held. */
    public boolean release(String name, Version version) {
        return reasons.remove(key(name, version));
    }

    /** Why a version is held, in a sentence; empty if it is not. */
    public Optional<String> reason(String name, Version version) {
        return reasons.of(key(name, version));
    }

    private static String key(String name, Version version) {
        return name + " " + version;
    }
}
