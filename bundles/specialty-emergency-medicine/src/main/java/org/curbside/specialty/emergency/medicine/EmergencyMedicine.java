package org.curbside.specialty.emergency.medicine;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Emergency medicine and toxicology. */
@Component
@CatalogueId(id = "emergency-medicine")
public final class EmergencyMedicine implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(EmergencyMedicine.class, "emergency-medicine.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
