package ${package};

import java.util.List;
import java.util.Set;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.osgi.service.component.annotations.Component;

/**
 * Channels for dentists, whom the specialties that ship with Curbside leave out. The platform makes a channel of each, and
 * keeps it when this bundle goes.
 */
@Component
// Never change the id: a newer version of this catalogue replaces the older by it.
@CatalogueId(id = "${artifactId}")
public final class DentalSpecialties implements SpecialtyCatalogue {

    // Codes are those of the NUCC provider taxonomy (https://taxonomy.nucc.org). A published code keeps its meaning.
    private static final String DENTISTRY = "122300000X";
    private static final String SURGERY = "1223S0112X";
    private static final String ORTHODONTICS = "1223X0400X";

    // Change me: names, topics, and who is whose neighbour. Neighbours are mutual, and the list is in the order of codes.
    // A longer list, and one with case templates, red flags and polls, is easier to keep in a file: see SpecialtyFile.
    private static final List<Specialty> SPECIALTIES = List.of(
            new Specialty(
                    DENTISTRY,
                    "Dentistry",
                    Set.of(DENTISTRY, "1223G0001X", "1223E0200X", "1223P0300X", "1223P0700X"),
                    List.of("dentist"),
                    List.of(SURGERY, ORTHODONTICS),
                    List.of("anticoagulation", "endocarditis prophylaxis", "jaw necrosis", "pain")),
            new Specialty(
                    SURGERY,
                    "Dental Surgery",
                    Set.of(SURGERY),
                    List.of("oral surgeon"),
                    List.of(DENTISTRY),
                    List.of("wisdom teeth", "implants", "sedation")),
            new Specialty(
                    ORTHODONTICS,
                    "Orthodontics",
                    Set.of(ORTHODONTICS),
                    List.of("orthodontist", "braces"),
                    List.of(DENTISTRY),
                    List.of("root resorption", "retention", "sleep apnea")));

    @Override
    public List<Specialty> specialties() {
        return SPECIALTIES;
    }
}
