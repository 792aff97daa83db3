package org.curbside.specialty.family.medicine;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Family medicine. */
@Component
@CatalogueId(id = "family-medicine")
public final class FamilyMedicine implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(FamilyMedicine.class, "family-medicine.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
