package org.curbside.specialty.infectious.disease;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Infectious diseases. */
@Component
@CatalogueId(id = "infectious-disease")
public final class InfectiousDisease implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(InfectiousDisease.class, "infectious-disease.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
