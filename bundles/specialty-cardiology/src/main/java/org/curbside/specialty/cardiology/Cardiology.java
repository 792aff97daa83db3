package org.curbside.specialty.cardiology;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Cardiology, and the parts of it that certify by themselves. */
@Component
@CatalogueId(id = "cardiology")
public final class Cardiology implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(Cardiology.class, "cardiology.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
