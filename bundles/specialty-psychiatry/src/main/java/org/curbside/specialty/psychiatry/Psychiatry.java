package org.curbside.specialty.psychiatry;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Psychiatry, and that of children and adolescents. */
@Component
@CatalogueId(id = "psychiatry")
public final class Psychiatry implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(Psychiatry.class, "psychiatry.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
