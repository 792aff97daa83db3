package org.curbside.guard.internal;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.bundle.FindHook;
import org.osgi.service.component.annotations.Component;

/** Lets add-ons see neither the house's bundles nor each other, so that none loads another's classes. */
@Component
public final class BundleWall implements FindHook, EventHook {

    @Override
    public void find(BundleContext context, Collection<Bundle> bundles) {
        Bundle asking = context.getBundle();
        if (House.isAddOn(asking)) {
            bundles.removeIf(bundle -> !bundle.equals(asking) && isOfCurbside(bundle));
        }
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        if (isOfCurbside(event.getBundle())) {
            contexts.removeIf(
                    context -> !context.getBundle().equals(event.getBundle()) && House.isAddOn(context.getBundle()));
        }
    }

    private static boolean isOfCurbside(Bundle bundle) {
        return House.isOwn(bundle) || House.isAddOn(bundle);
    }
}
