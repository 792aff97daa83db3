package org.curbside.specialty.internal.medicine;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Internal medicine, and those of its parts that have no catalogue of their own. */
@Component
@CatalogueId(id = "internal-medicine")
public final class InternalMedicine implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(InternalMedicine.class, "internal-medicine.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
