package org.curbside.guard.internal.admission;

import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.utils.manifest.Clause;
import org.curbside.api.guard.Finding;
import org.osgi.framework.Constants;

/** It keeps to the spi: of the house's packages it imports no others, exports none, and hangs on none of its bundles. */
final class Imports implements Check {

    private static final String NAME = "imports";
    private static final String HOUSE = "org.curbside.";
    static final String SPI = HOUSE + "spi.";

    @Override
    public Finding on(Candidate candidate) {
        List<String> faults = Stream.of(
                        foreign(candidate, Constants.IMPORT_PACKAGE)
                                .map(name -> "It imports " + name + "; add-ons may use org.curbside.spi only."),
                        foreign(candidate, Constants.DYNAMICIMPORT_PACKAGE)
                                .map(name -> "It imports " + name + " dynamically; import by name what it uses."),
                        candidate.clauses(Constants.REQUIRE_BUNDLE).stream()
                                .filter(bundle -> bundle.getName().startsWith("curbside-"))
                                .map(bundle -> "It requires " + bundle.getName() + "; import packages instead."),
                        candidate.clauses(Constants.FRAGMENT_HOST).stream()
                                .map(host -> "It is a fragment of " + host.getName() + "; an add-on stands alone."),
                        candidate.clauses(Constants.EXPORT_PACKAGE).stream()
                                .filter(export -> export.getName().startsWith(HOUSE + "spi."))
                                .map(export -> "It exports " + export.getName() + ", which is Curbside's to export."))
                .flatMap(found -> found)
                .toList();
        if (!faults.isEmpty()) {
            return Finding.refused(NAME, String.join(" ", faults));
        }
        return usesTheSpi(candidate)
                ? Finding.passed(NAME, "Of Curbside it imports org.curbside.spi only.")
                : Finding.refused(
                        NAME,
                        "It imports nothing of org.curbside.spi, so it is no add-on. A library is installed with"
                                + " bundle:install.");
    }

    private static Stream<String> foreign(Candidate candidate, String header) {
        return candidate.clauses(header).stream().map(Clause::getName).filter(Imports::foreign);
    }

    /** A pattern such as {@code org.*} would find the house as well. */
    private static boolean foreign(String name) {
        String known = name.replaceFirst("\\*$", "");
        boolean pattern = name.endsWith("*") && HOUSE.startsWith(known);
        return pattern || (name.startsWith(HOUSE) && !name.startsWith(SPI));
    }

    static boolean usesTheSpi(Candidate candidate) {
        return candidate.clauses(Constants.IMPORT_PACKAGE).stream()
                .anyMatch(clause -> clause.getName().startsWith(SPI));
    }
}
