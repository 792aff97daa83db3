package org.curbside.identity.internal.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.spi.verification.BulkRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The registries that are installed at the moment, by id. */
@Component(service = BulkRegistries.class)
public final class BulkRegistries {

    private final Map<String, BulkRegistry> byId = new ConcurrentHashMap<>();

    /** With none at first. */
    @Activate
    public BulkRegistries() {}

    /** A registry has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegistry(BulkRegistry registry, Map<String, Object> properties) {
        byId.put("" + properties.get("curbside.registry.id"), registry);
    }

    /** A registry has gone; its entries stay. */
    public void removeRegistry(BulkRegistry registry) {
        byId.values().remove(registry);
    }

    /** The one with that id. */
    public Optional<BulkRegistry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All ids, sorted. */
    public List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }
}
