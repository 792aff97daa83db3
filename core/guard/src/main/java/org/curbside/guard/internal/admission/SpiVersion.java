package org.curbside.guard.internal.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.utils.manifest.Clause;
import org.curbside.api.guard.Finding;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** It was built against the spi that is here, or one that the partner knows to be like it. */
record SpiVersion(Here here) implements Check {

    private static final String NAME = "spi-version";

    @Override
    public Finding on(Candidate candidate) {
        Map<String, Version> spi = here.spi();
        List<Clause> imports = candidate.clauses(Constants.IMPORT_PACKAGE).stream()
                .filter(clause -> clause.getName().startsWith(Imports.SPI))
                .toList();
        List<String> faults = imports.stream()
                .flatMap(clause -> fault(clause, Optional.ofNullable(spi.get(clause.getName()))))
                .toList();
        if (!faults.isEmpty()) {
            return Finding.refused(NAME, String.join(" ", faults));
        }
        List<String> open = imports.stream()
                .filter(clause -> clause.getAttribute(Constants.VERSION_ATTRIBUTE) == null)
                .map(Clause::getName)
                .toList();
        return open.isEmpty()
                ? Finding.passed(NAME, "It was built for the spi that is here.")
                : Finding.warned(
                        NAME,
                        "It imports " + String.join(", ", open)
                                + " without a version range, so it may meet an spi that it was not built for.");
    }

    private static Stream<String> fault(Clause clause, Optional<Version> here) {
        String asked = Optional.ofNullable(clause.getAttribute(Constants.VERSION_ATTRIBUTE))
                .orElse("0");
        if (here.isEmpty()) {
            return Stream.of("It asks for " + clause.getName() + ", which this Curbside does not have.");
        }
        return VersionRange.valueOf(asked).includes(here.get())
                ? Stream.empty()
                : Stream.of("It asks for " + clause.getName() + " " + asked + ", but " + here.get()
                        + " is here. Build it against the spi of this Curbside, or update Curbside.");
    }
}
