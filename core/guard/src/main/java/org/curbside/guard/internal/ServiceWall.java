package org.curbside.guard.internal;

import java.lang.StackWalker.StackFrame;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.guard.internal.calls.Place;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;

/**
 * Hides the databases and the slices from add-ons: they neither find such a service nor hear of one, nor does their code
 * find one through another bundle's context. And hides add-ons from the slices, which find what stands guard before an
 * add-on instead.
 */
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
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> isHidden(reference, context.getBundle()) || isHiddenFromTheCode(reference));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(context -> isHidden(event.getServiceReference(), context.getBundle()));
    }

    /** Whatever bundle's context is used: an add-on can get hold of one that is not its own. */
    private static boolean isHiddenFromTheCode(ServiceReference<?> reference) {
        return isPrivate(reference)
                && WALKER.walk(ServiceWall::nearest).filter(House::isAddOn).isPresent();
    }

    /** The bundle whose code asks; neither the framework nor the JDK is in one. */
    private static Optional<Bundle> nearest(Stream<StackFrame> frames) {
        return frames.map(StackFrame::getDeclaringClass)
                .filter(type -> type != ServiceWall.class)
                .map(Class::getClassLoader)
                .filter(BundleReference.class::isInstance)
                .map(loader -> ((BundleReference) loader).getBundle())
                .findFirst();
    }

    private static boolean isHidden(ServiceReference<?> reference, Bundle from) {
        String[] interfaces = (String[]) reference.getProperty(Constants.OBJECTCLASS);
        if (!House.extensionPoints(List.of(interfaces)).isEmpty()) {
            boolean guarded = reference.getProperty(Place.GUARDED) != null;
            return guarded ? House.isAddOn(from) : House.isOwn(from) && !House.isGuard(from);
        }
        return isPrivate(reference) && House.isAddOn(from);
    }

    private static boolean isPrivate(ServiceReference<?> reference) {
        return Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                .anyMatch(ServiceWall::isPrivate);
    }

    private static boolean isPrivate(String type) {
        return HIDDEN.stream().anyMatch(type::startsWith);
    }
}
