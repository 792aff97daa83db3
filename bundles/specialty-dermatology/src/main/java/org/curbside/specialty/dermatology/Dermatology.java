package org.curbside.specialty.dermatology;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Dermatology. */
@Component
@CatalogueId(id = "dermatology")
public final class Dermatology implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(Dermatology.class, "dermatology.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
