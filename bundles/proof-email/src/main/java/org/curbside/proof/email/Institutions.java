package org.curbside.proof.email;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The domains of institutions whose addresses are taken. */
final class Institutions {

    private static final String BELOW = "*.";
    private static final int MOST_TOLD = 5;
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

    private final Set<String> listed;

    private Institutions(Set<String> listed) {
        this.listed = listed;
    }

    /**
     * Reads a list: names that are separated by commas or blanks; {@code *.example.edu} stands for all below it.
     *
     * @throws IllegalArgumentException if it is empty or has something else in it
     */
    static Institutions read(String list) {
        Set<String> listed = new LinkedHashSet<>();
        Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(domain -> !domain.isEmpty())
                .forEach(listed::add);
        if (listed.isEmpty()
                || !listed.stream().allMatch(domain -> DOMAIN.matcher(domain).matches())) {
            throw new IllegalArgumentException(
                    "The setting 'domains' lists the domains of institutions, such as hospital.example, *.university.example.");
        }
        return new Institutions(listed);
    }

    /** Whether a domain, in lower case, is on the list. */
    boolean has(String domain) {
        return listed.contains(domain) || hasAbove(domain);
    }

    private boolean hasAbove(String domain) {
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            if (listed.contains(BELOW + domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Which they are, for people; not more than one can read at a glance. */
    String told() {
        String some = String.join(", ", listed.stream().limit(MOST_TOLD).toList());
        int more = listed.size() - MOST_TOLD;
        return more > 0 ? some + ", and " + more + " more" : some;
    }
}
