package org.curbside.testkit;

import java.util.List;
import java.util.Set;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.Term;

/** Right: three specialties, of which two are neighbours. Faults are planted in its children. */
@CatalogueId(id = "plain")
class PlainCatalogue implements SpecialtyCatalogue {

    static final String MEDICINE = "207R00000X";
    static final String CARDIOLOGY = "207RC0000X";
    static final String PSYCHIATRY = "2084P0800X";
    static final String SURGERY = "208600000X";

    static final List<Term> VOCABULARY = List.of(new Term("Heart failure", List.of("HF")));
    static final Guide GUIDE = new Guide(
            List.of(new Guide.Heading("Course", "What changed, and when.")),
            List.of("Chest pain with a new ST elevation."),
            List.of(new Guide.Preset("Rate or rhythm", "choice", "Which first?", List.of("rate", "rhythm"))));

    @Override
    public List<Specialty> specialties() {
        return List.of(medicine(), psychiatry(), surgery());
    }

    Specialty medicine() {
        return medicine(VOCABULARY, GUIDE);
    }

    static Specialty medicine(List<Term> vocabulary, Guide guide) {
        return new Specialty(
                MEDICINE,
                "Internal Medicine",
                Set.of(MEDICINE, CARDIOLOGY),
                List.of("General Medicine"),
                List.of(SURGERY),
                List.of("Anticoagulation", "Heart failure"),
                "",
                vocabulary,
                guide);
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
