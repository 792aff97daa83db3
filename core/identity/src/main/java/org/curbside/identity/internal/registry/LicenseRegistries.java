package org.curbside.identity.internal.registry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.curbside.spi.verification.LicenseRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The registries that answer one claim at a time and are installed at the moment. */
@Component(service = LicenseRegistries.class)
public final class LicenseRegistries {

    private final List<LicenseRegistry> registries = new CopyOnWriteArrayList<>();

    /** With none at first. */
    @Activate
    public LicenseRegistries() {}

    /** A registry has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegistry(LicenseRegistry registry) {
        registries.add(registry);
    }

    /** A registry has gone. */
    public void removeRegistry(LicenseRegistry registry) {
        registries.remove(registry);
    }

    /** All of them. */
    public List<LicenseRegistry> all() {
        return List.copyOf(registries);
    }
}
