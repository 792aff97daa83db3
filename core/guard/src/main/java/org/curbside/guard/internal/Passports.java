package org.curbside.guard.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What admission said of the add-ons that are installed, across restarts. A passport is for what a bundle consists of: when
 * that is updated, it is void.
 */
@Component(service = Passports.class)
public final class Passports {

    private static final String NOT_YET = "It has not been examined yet.";

    private final Notes passports;
    private final Set<String> vouched = ConcurrentHashMap.newKeySet();

    /** Reads what was said. */
    @Activate
    public Passports(BundleContext context) throws IOException {
        passports = new Notes(context, "passports");
    }

    /** Lets the bundle as it is now run, or says in a sentence why not. */
    void issue(Bundle bundle, Optional<String> refusal) {
        passports.put(key(bundle), stamp(bundle) + refusal.orElse(""));
    }

    /** Says that admission need not be asked about a jar of that digest, for it just was. */
    void vouchFor(String sha256) {
        vouched.add(sha256);
    }

    void vouchNoMoreFor(String sha256) {
        vouched.remove(sha256);
    }

    boolean isVouchedFor(String sha256) {
        return vouched.contains(sha256);
    }

    /** Forgets a bundle that is gone. */
    void forget(Bundle bundle) {
        passports.remove(key(bundle));
    }

    /** Whether admission was asked about the bundle as it is now. */
    boolean examined(Bundle bundle) {
        return valid(bundle).isPresent();
    }

    /** Why the bundle may not run; empty if it may. */
    public Optional<String> refusal(Bundle bundle) {
        return Optional.of(valid(bundle).orElse(NOT_YET)).filter(sentence -> !sentence.isEmpty());
    }

    /** Whether admission has said that the bundle may not run; a part of the house is not asked for a passport. */
    boolean isRefused(Bundle bundle) {
        return examined(bundle) && refusal(bundle).isPresent();
    }

    private Optional<String> valid(Bundle bundle) {
        String stamp = stamp(bundle);
        return passports
                .of(key(bundle))
                .filter(passport -> passport.startsWith(stamp))
                .map(passport -> passport.substring(stamp.length()));
    }

    private static String key(Bundle bundle) {
        return "" + bundle.getBundleId();
    }

    private static String stamp(Bundle bundle) {
        return bundle.getLastModified() + " ";
    }
}
