package org.curbside.spi.specialty;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Specialties as data. The platform makes the channels, keeps them when the catalogue goes, and groups small ones for
 * credentials.
 *
 * <p>Register it as a service marked with {@link CatalogueId}. It is immutable: the same list at every call. A code, once
 * published, keeps its meaning. Each taxonomy code belongs to at most one specialty, neighbours that are in the same list are
 * mutual, and nothing is, by however many steps, broader than itself. {@link SpecialtyFile} reads such a list from a file.
 *
 * <p>Catalogues may overlap. A specialty is described, and a taxonomy code placed, by the catalogue of the highest
 * {@code service.ranking} that names it, and among equals by the one that came first; two add-ons of one ranking should name
 * different codes. What ships as the rest of the list has a ranking of -1000, so that an add-on with none wins.
 */
@ConsumerType
public interface SpecialtyCatalogue {

    /** All of them, by code. */
    List<Specialty> specialties();
}
