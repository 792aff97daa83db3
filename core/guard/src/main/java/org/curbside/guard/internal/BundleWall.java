package org.curbside.guard.internal;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.bundle.FindHook;
import org.osgi.service.component.annotations.Component;

/**
 * Lets add-ons see neither the house's bundles nor each other, so that none loads another's classes, nor the framework's,
 * from whose context no hook can hide a service.
 */
@Component
public final class BundleWall implements FindHook, EventHook {

    @Override
    public void find(BundleContext context, Collection<Bundle> bundles) {
        Bundle asking = context.getBundle();
        if (House.isAddOn(asking)) {
            bundles.removeIf(bundle -> !bundle.equals(asking) && isHidden(bundle));
        }
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        if (isHidden(event.getBundle())) {
            contexts.removeIf(
                    context -> !context.getBundle().equals(event.getBundle()) && House.isAddOn(context.getBundle()));
        }
    }

    private static boolean isHidden(Bundle bundle) {
        return isOfCurbside(bundle) || isOfTheFramework(bundle);
    }

    /** The framework's bundle, and those that extend it: they have its context too. */
    private static boolean isOfTheFramework(Bundle bundle) {
        BundleContext context = bundle.getBundleContext();
        return context != null && context.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID;
    }

    private static boolean isOfCurbside(Bundle bundle) {
        return House.isOwn(bundle) || House.isAddOn(bundle);
    }
}
