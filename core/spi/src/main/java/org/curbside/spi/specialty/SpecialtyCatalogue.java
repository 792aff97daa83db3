package org.curbside.spi.specialty;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Specialties as data. The platform makes the channels, keeps them when the catalogue goes, and groups small ones for
 * credentials.
 *
 * <p>Register it as a service marked with {@link CatalogueId}. It is immutable: the same list at every call. A code, once
 * published, keeps its meaning. Each taxonomy code belongs to at most one specialty, neighbours are in the same list and are
 * mutual, and nothing is, by however many steps, broader than itself.
 */
@ConsumerType
public interface SpecialtyCatalogue {

    /** All of them, by code. */
    List<Specialty> specialties();
}
