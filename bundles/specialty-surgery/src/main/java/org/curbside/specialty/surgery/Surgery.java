package org.curbside.specialty.surgery;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** General surgery, trauma and vascular surgery. */
@Component
@CatalogueId(id = "surgery")
public final class Surgery implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(Surgery.class, "surgery.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
