package org.curbside.guard.internal.admission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.resource.RequirementImpl;
import org.curbside.api.guard.Finding;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Requirement;

/** Everything that it must have is here already, so that installing it would resolve it and touch no other bundle. */
record Resolution(Here here) implements Check {

    private static final String NAME = "resolution";
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)");

    @Override
    public Finding on(Candidate candidate) {
        List<String> missing = mandatory(candidate).stream()
                .filter(requirement -> !packageOf(requirement).orElse("").startsWith("org.curbside."))
                .filter(requirement -> !providesItself(candidate, requirement))
                .filter(requirement -> here.providers(requirement).isEmpty())
                .map(requirement -> sentence(candidate, requirement))
                .toList();
        return missing.isEmpty()
                ? Finding.passed(NAME, "Everything that it needs is here.")
                : Finding.refused(NAME, String.join(" ", missing));
    }

    /** Those that must be met before it can start; who resolves at run time may find services later. */
    static List<Requirement> mandatory(Candidate candidate) {
        return candidate.resource().getRequirements(null).stream()
                .filter(requirement -> isMandatory(requirement.getDirectives()))
                .collect(Collectors.toList());
    }

    static boolean isMandatory(Map<String, String> directives) {
        return Constants.RESOLUTION_MANDATORY.equals(
                        directives.getOrDefault(Constants.RESOLUTION_DIRECTIVE, Constants.RESOLUTION_MANDATORY))
                && Constants.EFFECTIVE_RESOLVE.equals(
                        directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
    }

    private static boolean providesItself(Candidate candidate, Requirement requirement) {
        RequirementImpl wanted = new RequirementImpl(candidate.resource(), requirement);
        return candidate.resource().getCapabilities(requirement.getNamespace()).stream()
                .anyMatch(wanted::matches);
    }

    private static String sentence(Candidate candidate, Requirement requirement) {
        Optional<String> name = packageOf(requirement);
        return name.isPresent()
                ? "It needs the package " + name.get() + range(candidate, name.get())
                        + ", which nothing here exports. Install the bundle that does, or take it into the jar with"
                        + " -conditionalpackage in bnd.bnd."
                : "It needs " + requirement.getNamespace() + " "
                        + requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "")
                        + ", which nothing here offers.";
    }

    private static String range(Candidate candidate, String name) {
        return candidate.clauses(Constants.IMPORT_PACKAGE).stream()
                .filter(clause -> clause.getName().equals(name))
                .map((Clause clause) -> clause.getAttribute(Constants.VERSION_ATTRIBUTE))
                .filter(Objects::nonNull)
                .map(range -> " " + range)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> packageOf(Requirement requirement) {
        Matcher filter = PACKAGE.matcher("" + requirement.getDirectives().get(Constants.FILTER_DIRECTIVE));
        boolean isPackage = requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE);
        return isPackage && filter.find() ? Optional.of(filter.group(1)) : Optional.empty();
    }
}
