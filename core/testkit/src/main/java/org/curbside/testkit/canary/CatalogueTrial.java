package org.curbside.testkit.canary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;

/** There are specialties, and each has a code of its own. */
record CatalogueTrial(SpecialtyCatalogue catalogue, Calls calls) implements Trial {

    @Override
    public void run(String id) throws Broken {
        List<Specialty> specialties = calls.of("specialties", catalogue::specialties);
        Broken.unless(!specialties.isEmpty(), "It has no specialties.");
        Set<String> codes = new HashSet<>();
        for (Specialty specialty : specialties) {
            Broken.unless(codes.add(specialty.code()), "It has two specialties of the code " + specialty.code() + ".");
        }
    }
}
