package org.curbside.specialty.pediatrics;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Pediatrics and neonatology. */
@Component
@CatalogueId(id = "pediatrics")
public final class Pediatrics implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(Pediatrics.class, "pediatrics.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
