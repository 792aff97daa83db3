package org.curbside.specialty.oncology;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Medical oncology, hematology and radiation oncology. */
@Component
@CatalogueId(id = "oncology")
public final class Oncology implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(Oncology.class, "oncology.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
