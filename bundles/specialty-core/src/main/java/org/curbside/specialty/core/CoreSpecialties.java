package org.curbside.specialty.core;

import java.util.List;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.SpecialtyFile;
import org.osgi.service.component.annotations.Component;

/**
 * One channel for each classification of physicians in the NUCC provider taxonomy, and two for that which holds both
 * psychiatrists and neurologists. Names, synonyms, neighbours and topics are ours; only the codes are NUCC's. Whatever another
 * catalogue says of a specialty holds instead of what stands here.
 */
@Component(property = "service.ranking:Integer=-1000")
@CatalogueId(id = "core")
public final class CoreSpecialties implements SpecialtyCatalogue {

    private final List<Specialty> specialties = SpecialtyFile.read(CoreSpecialties.class, "core.txt");

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }
}
