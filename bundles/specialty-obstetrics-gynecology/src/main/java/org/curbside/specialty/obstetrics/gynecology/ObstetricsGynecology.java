package org.curbside.specialty.obstetrics.gynecology;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/** Obstetrics and gynecology, and the parts of it that certify by themselves. */
@Component
@CatalogueId(id = "obstetrics-gynecology")
public final class ObstetricsGynecology implements SpecialtyCatalogue {

    private final List<Specialty> specialties =
            SpecialtyFile.read(ObstetricsGynecology.class, "obstetrics-gynecology.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
