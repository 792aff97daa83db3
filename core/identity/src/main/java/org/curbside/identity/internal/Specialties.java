package org.curbside.identity.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.specialty.Catalogues;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Groups taxonomy codes into the specialties that a credential names. */
@Component(service = Specialties.class)
public final class Specialties {

    private static final int RETRY_SECONDS = 5;

    private final Catalogues catalogues = new Catalogues();
    private final AtomicInteger changes = new AtomicInteger();

    /** With none at first. */
    @Activate
    public Specialties() {}

    /** A catalogue has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCatalogue(SpecialtyCatalogue catalogue, Map<String, ?> properties) {
        catalogues.add(catalogue, properties);
        changes.incrementAndGet();
    }

    /** A catalogue has gone. */
    public void removeCatalogue(SpecialtyCatalogue catalogue, Map<String, ?> properties) {
        catalogues.remove(properties);
        changes.incrementAndGet();
    }

    /**
     * The specialty of the first of the codes that belongs to one; the first code itself if none does.
     *
     * @throws Refusal while no catalogue is there to tell
     */
    String of(List<String> taxonomies) {
        List<Specialty> all = all();
        for (String code : taxonomies) {
            for (Specialty specialty : all) {
                if (specialty.taxonomies().contains(code)) {
                    return specialty.code();
                }
            }
        }
        return taxonomies.isEmpty() ? "" : taxonomies.get(0);
    }

    /** The names by code, in the order of the names. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        all().stream()
                .sorted(Comparator.comparing(Specialty::name))
                .forEach(specialty -> names.put(specialty.code(), specialty.name()));
        return names;
    }

    /** How often a catalogue has come or gone. */
    int changes() {
        return changes.get();
    }

    /** All that catalogues bring, by code. */
    List<Specialty> all() {
        if (catalogues.isEmpty()) {
            throw Refusal.unavailable(
                    "catalogue-away",
                    RETRY_SECONDS,
                    "The list of specialties is being updated. Nothing was stored; try again in a moment.");
        }
        return catalogues.specialties();
    }
}
