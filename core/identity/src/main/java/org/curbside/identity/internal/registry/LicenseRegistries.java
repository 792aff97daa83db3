package org.curbside.identity.internal.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.LicenseRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The registries that answer one claim at a time and are installed at the moment, by id. */
@Component(service = LicenseRegistries.class)
public final class LicenseRegistries {

    private final Map<String, LicenseRegistry> byId = new ConcurrentHashMap<>();

    /** With none at first. */
    @Activate
    public LicenseRegistries() {}

    /** A registry has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegistry(LicenseRegistry registry, Map<String, Object> properties) {
        byId.put("" + properties.get("curbside.registry.id"), registry);
    }

    /** A registry has gone. */
    public void removeRegistry(LicenseRegistry registry) {
        byId.values().remove(registry);
    }

    /** All of them by their ids, sorted. */
    public SortedMap<String, LicenseRegistry> all() {
        return new TreeMap<>(byId);
    }

    /** The one with that id. */
    public Optional<LicenseRegistry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of those that are the national register of that country, sorted. */
    public List<String> national(String country) {
        return byId.entrySet().stream()
                .filter(registry -> isNational(registry.getValue().coverage(), country))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean isNational(Coverage coverage, String country) {
        return coverage.national() && coverage.country().equals(country);
    }
}
