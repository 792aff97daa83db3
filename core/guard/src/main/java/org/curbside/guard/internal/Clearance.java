package org.curbside.guard.internal;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether an add-on may run: not in quarantine, not before admission has taken it, and not at all in safe mode. */
@Component(service = Clearance.class)
public final class Clearance {

    private static final String SAFE_MODE = "curbside.safe-mode";

    private final boolean safeMode;
    private final Quarantine quarantine;
    private final Function<Bundle, Optional<String>> refusals;
    private final Predicate<Bundle> impostors;

    /** Safe mode is a property of the framework: {@code bin/karaf --safe-mode} sets it. */
    @Activate
    public Clearance(BundleContext context, @Reference Quarantine quarantine, @Reference Passports passports) {
        this(
                Boolean.parseBoolean(context.getProperty(SAFE_MODE)),
                quarantine,
                passports::refusal,
                passports::isRefused);
    }

    Clearance(
            boolean safeMode,
            Quarantine quarantine,
            Function<Bundle, Optional<String>> refusals,
            Predicate<Bundle> impostors) {
        this.safeMode = safeMode;
        this.quarantine = quarantine;
        this.refusals = refusals;
        this.impostors = impostors;
    }

    boolean given(Bundle addOn) {
        return !safeMode && quarantined(addOn).isEmpty() && refusal(addOn).isEmpty();
    }

    /** Whether no add-on runs at all. */
    boolean isSafeMode() {
        return safeMode;
    }

    /** Why it is in quarantine. */
    Optional<String> quarantined(Bundle addOn) {
        return quarantined(addOn.getSymbolicName(), addOn.getVersion());
    }

    /** Why a version of an add-on that need not be installed is in quarantine. */
    Optional<String> quarantined(String name, Version version) {
        return quarantine.reason(name, version);
    }

    /** All add-ons that are installed, and what only bears a name of the house. */
    Stream<Bundle> addOns(BundleContext context) {
        return Stream.of(context.getBundles()).filter(bundle -> House.isAddOn(bundle) || isImpostor(bundle));
    }

    /** Whether a bundle that bears a name of the house is none of it, and does not run. */
    boolean isImpostor(Bundle bundle) {
        return House.isOwn(bundle) && impostors.test(bundle);
    }

    /** Why admission has not taken it. */
    Optional<String> refusal(Bundle addOn) {
        return refusals.apply(addOn);
    }
}
