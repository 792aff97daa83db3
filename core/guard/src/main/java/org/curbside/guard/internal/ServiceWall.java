package org.curbside.guard.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;

/** Hides the databases and the slices from add-ons: they neither find such a service nor hear of one. */
@Component
public final class ServiceWall implements FindHook, EventListenerHook {

    private static final List<String> HIDDEN = List.of(
            "org.curbside.api.",
            "org.curbside.store.",
            "javax.sql.",
            "javax.persistence.",
            "org.osgi.service.jdbc.",
            "org.osgi.service.jpa.",
            "org.apache.aries.jpa.");

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        if (references.stream().anyMatch(ServiceWall::hidden) && House.isAddOn(context.getBundle())) {
            references.removeIf(ServiceWall::hidden);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (hidden(event.getServiceReference())) {
            listeners.keySet().removeIf(context -> House.isAddOn(context.getBundle()));
        }
    }

    private static boolean hidden(ServiceReference<?> reference) {
        return Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                .anyMatch(name -> HIDDEN.stream().anyMatch(name::startsWith));
    }
}
