package org.curbside.testkit;

import java.util.List;
import java.util.Set;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;

/** Right: three specialties, of which two are neighbours. Faults are planted in its children. */
@CatalogueId(id = "plain")
class PlainCatalogue implements SpecialtyCatalogue {

    static final String MEDICINE = "207R00000X";
    static final String CARDIOLOGY = "207RC0000X";
    static final String PSYCHIATRY = "2084P0800X";
    static final String SURGERY = "208600000X";

    @Override
    public List<Specialty> specialties() {
        return List.of(medicine(), psychiatry(), surgery());
    }

    Specialty medicine() {
        return new Specialty(
                MEDICINE,
                "Internal Medicine",
                Set.of(MEDICINE, CARDIOLOGY),
                List.of("General Medicine"),
                List.of(SURGERY),
                List.of("Anticoagulation", "Heart failure"));
    }

    Specialty psychiatry() {
        return psychiatry("Psychiatry", List.of("Lithium", "Sleep"));
    }

    static Specialty psychiatry(String name, List<String> topics) {
        return new Specialty(PSYCHIATRY, name, Set.of(PSYCHIATRY), List.of(), List.of(), topics);
    }

    Specialty surgery() {
        return surgery(Set.of(SURGERY), List.of(MEDICINE));
    }

    static Specialty surgery(Set<String> taxonomies, List<String> neighbours) {
        return new Specialty(SURGERY, "Surgery", taxonomies, List.of("Operations"), neighbours, List.of("Hernia"));
    }
}
