package org.curbside.specialty.neurology;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Neurology, with stroke, epilepsy and child neurology. */
@Component
@CatalogueId(id = "neurology")
public final class Neurology implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(Neurology.class, "neurology.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
