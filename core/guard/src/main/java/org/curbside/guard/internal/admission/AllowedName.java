package org.curbside.guard.internal.admission;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.guard.Finding;
import org.curbside.guard.internal.House;

/** Its symbolic name is one of those that the operator allows, and none of the house's own: walls are built by name. */
record AllowedName(String patterns) implements Check {

    private static final String NAME = "allowed-name";

    @Override
    public Finding on(Candidate candidate) {
        String name = candidate.name();
        if (House.isOwn(name)) {
            return Finding.refused(NAME, name + " is a part of Curbside itself. Give the add-on another name.");
        }
        return list().stream().anyMatch(pattern -> matches(pattern, name))
                ? Finding.passed(NAME, "The name " + name + " is allowed.")
                : Finding.refused(
                        NAME,
                        "The name " + name + " is not allowed here, but only " + String.join(", ", list())
                                + ". Add it to \"allowed\" in etc/org.curbside.guard.cfg.");
    }

    private List<String> list() {
        return Stream.of(patterns.split(","))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    private static boolean matches(String pattern, String name) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(regex);
    }
}
