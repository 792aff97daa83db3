package org.curbside.guard.internal.calls;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Those who came to one place, and the stand that slices see there. Of several, the one that came last is called. */
final class Occupants {

    private final BundleContext context;
    private final Stand stand = new Stand();
    private final List<Implementation> present = new ArrayList<>();
    private @Nullable ServiceRegistration<?> registration;
    private @Nullable Map<String, Object> shown;

    Occupants(BundleContext context) {
        this.context = context;
    }

    synchronized void add(ServiceReference<?> service, Implementation implementation) throws ClassNotFoundException {
        Class<?> type = implementation.type();
        present.add(implementation);
        stand.occupy(implementation);
        show(type, Place.properties(service));
    }

    /** Others may be there still; then the last of them is called. */
    synchronized void remove(Implementation implementation) {
        present.remove(implementation);
        if (present.isEmpty()) {
            stand.vacate();
        } else {
            stand.occupy(present.get(present.size() - 1));
        }
    }

    /** Slices see nobody here any more, unless somebody came meanwhile. */
    synchronized void leaveIfEmpty() {
        if (present.isEmpty()) {
            unregister();
        }
    }

    synchronized void unregister() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }

    /** An update that calls itself the same goes unnoticed; one that calls itself differently is another service. */
    private void show(Class<?> type, Map<String, Object> properties) {
        if (registration != null && !properties.equals(shown)) {
            unregister();
        }
        if (registration == null) {
            Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, stand);
            registration = context.registerService(type.getName(), proxy, FrameworkUtil.asDictionary(properties));
            shown = properties;
        }
    }
}
