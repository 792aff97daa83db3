package org.curbside.guard.internal;

import java.util.Collection;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Resolves no import of an add-on that asks for more of the house than the spi, and none at all while it may not run, nor of
 * what only calls itself a part of the house.
 */
@Component(service = {ResolverHookFactory.class, PackageWall.class})
public final class PackageWall implements ResolverHookFactory, ResolverHook {

    private final Clearance clearance;

    /** Asks {@code clearance} who may run. */
    @Activate
    public PackageWall(@Reference Clearance clearance) {
        this.clearance = clearance;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        if (House.isPrivate(requirement) && House.isAddOn(requirement.getRevision())) {
            candidates.clear();
        }
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(revision -> clearance.isImpostor(revision.getBundle())
                || (House.isAddOn(revision) && !clearance.given(revision.getBundle())));
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {}

    @Override
    public void end() {}
}
