package org.curbside.spi.specialty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Specialties as a physician writes them down. A specialty begins with its code and name; below it stand its parts, each of
 * which begins with a word and a colon and may run over several lines. All but codes and name may be left out. What begins
 * with {@code #} is a note.
 *
 * <pre>{@code
 * [207RC0000X] Cardiology
 * holders: 207RC0000X 207RA0002X
 * broader: 207R00000X
 * neighbours: 207P00000X 208G00000X
 * synonyms: cardiologist, heart doctor
 * topics:
 * atrial fibrillation = afib, AF
 * aortic stenosis
 * template:
 * Echo: chambers, valves, pressures
 * red flags:
 * Chest pain with new ST elevation.
 * polls:
 * Rate or rhythm (choice): Which would you try first?
 * - rate
 * - rhythm
 * }</pre>
 */
public final class SpecialtyFile {

    private static final Pattern BEGINNING = Pattern.compile("\\[(\\w+)] (.+)");
    private static final Pattern PART =
            Pattern.compile("(holders|broader|neighbours|synonyms|topics|template|red flags|polls):\\s*(.*)");
    private static final Pattern POLL = Pattern.compile("(.+) \\(([a-z0-9-]+)\\): (.+)");
    private static final String CHOICE = "- ";

    private final String code;
    private final String name;
    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private List<String> open = new ArrayList<>();

    private SpecialtyFile(String code, String name) {
        this.code = code;
        this.name = name;
    }

    /**
     * Reads what lies beside a class, in UTF-8.
     *
     * @throws IllegalArgumentException when a line is not understood, with that line
     */
    public static List<Specialty> read(Class<?> beside, String file) {
        try (InputStream resource = beside.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalArgumentException("There is no " + file + " beside " + beside.getName() + ".");
            }
            return read(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the lines of such a file; what comes is in the order of codes.
     *
     * @throws IllegalArgumentException when a line is not understood, with that line
     */
    public static List<Specialty> read(List<String> lines) {
        List<SpecialtyFile> found = new ArrayList<>();
        for (String raw : lines) {
            String line = raw.strip();
            Matcher beginning = BEGINNING.matcher(line);
            if (beginning.matches()) {
                found.add(new SpecialtyFile(beginning.group(1), beginning.group(2)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                check(!found.isEmpty(), line);
                found.get(found.size() - 1).take(line);
            }
        }
        return found.stream()
                .map(SpecialtyFile::specialty)
                .sorted(Comparator.comparing(Specialty::code))
                .toList();
    }

    private void take(String line) {
        Matcher part = PART.matcher(line);
        if (!part.matches()) {
            check(!parts.isEmpty(), line);
            open.add(line);
            return;
        }
        open = new ArrayList<>();
        check(parts.put(part.group(1), open) == null, line);
        if (!part.group(2).isEmpty()) {
            open.add(part.group(2));
        }
    }

    private Specialty specialty() {
        List<Term> terms = part("topics").stream().map(SpecialtyFile::term).toList();
        return new Specialty(
                code,
                name,
                Set.copyOf(words("holders", "\\s+")),
                words("synonyms", ",\\s*"),
                words("neighbours", "\\s+"),
                terms.stream().map(Term::topic).toList(),
                String.join("", part("broader")),
                terms.stream().filter(term -> !term.otherWords().isEmpty()).toList(),
                new Guide(part("template").stream().map(SpecialtyFile::heading).toList(), part("red flags"), polls()));
    }

    private List<String> part(String part) {
        return parts.getOrDefault(part, List.of());
    }

    private List<String> words(String part, String between) {
        return part(part).stream()
                .flatMap(line -> Pattern.compile(between).splitAsStream(line))
                .toList();
    }

    private static Term term(String line) {
        String[] sides = line.split("\\s*=\\s*", 2);
        return new Term(sides[0], sides.length < 2 ? List.of() : List.of(sides[1].split(",\\s*")));
    }

    private static Guide.Heading heading(String line) {
        String[] sides = line.split(":\\s*", 2);
        check(sides.length == 2, line);
        return new Guide.Heading(sides[0], sides[1]);
    }

    private List<Guide.Preset> polls() {
        List<Guide.Preset> polls = new ArrayList<>();
        for (String line : part("polls")) {
            Matcher poll = POLL.matcher(line);
            if (line.startsWith(CHOICE)) {
                check(!polls.isEmpty(), line);
                polls.add(with(polls.remove(polls.size() - 1), line.substring(CHOICE.length())));
            } else {
                check(poll.matches(), line);
                polls.add(new Guide.Preset(poll.group(1), poll.group(2), poll.group(3), List.of()));
            }
        }
        return polls;
    }

    private static Guide.Preset with(Guide.Preset poll, String choice) {
        List<String> choices = new ArrayList<>(poll.choices());
        choices.add(choice);
        return new Guide.Preset(poll.name(), poll.type(), poll.text(), choices);
    }

    private static void check(boolean understood, String line) {
        if (!understood) {
            throw new IllegalArgumentException("Not understood: " + line);
        }
    }
}
