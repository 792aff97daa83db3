package org.curbside.demonstration.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.curbside.demonstration.internal.Scene.Ending;
import org.curbside.demonstration.internal.Scene.Line;
import org.curbside.demonstration.internal.Scene.Suspicion;
import org.curbside.demonstration.internal.Scene.Vote;

/**
 * Reads {@code demonstration/scenes.txt}. The first character of a line says what it is: {@code #} a specialty, {@code ?} a
 * question's title ({@code ?!} a recent one), {@code ~} its topics, {@code =} its text, {@code *} what its electrocardiogram shows,
 * {@code %} its poll, {@code &} its differential, {@code !} a suspected reaction, {@code +} a comment, {@code @} a reply to it, of whoever
 * asked and of whoever advised by turns, {@code >} the asker's conclusion.
 */
final class Screenplay {

    private final List<Scene> scenes = new ArrayList<>();
    private String specialty = "";
    private String title = "";
    private String text = "";
    private List<String> topics = List.of();
    private Optional<String> strip = Optional.empty();
    private Optional<Vote> vote = Optional.empty();
    private List<Suspicion> suspicions = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();
    private Optional<Ending> ending = Optional.empty();

    private Screenplay() {}

    static List<Scene> read() {
        Screenplay play = new Screenplay();
        try (InputStream file = Screenplay.class.getResourceAsStream("/demonstration/scenes.txt");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank()).forEach(play::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        play.end();
        return List.copyOf(play.scenes);
    }

    private void line(String line) {
        String rest = line.substring(1).strip();
        switch (line.charAt(0)) {
            case '#' -> {
                end();
                specialty = rest;
            }
            case '?' -> {
                end();
                title = rest;
            }
            case '~' -> topics = List.of(rest.split(", ", -1));
            case '=' -> text = text.isEmpty() ? rest : text + "\n\n" + rest;
            case '*' -> strip = Optional.of(rest);
            case '%' -> vote = Optional.of(vote("choice", rest));
            case '&' -> vote = Optional.of(vote("differential", rest));
            case '!' -> suspicions.add(suspicion(rest));
            case '+' -> lines.add(comment(rest));
            case '@' -> lines.get(lines.size() - 1).replies().add(rest);
            case '>' -> ending = Optional.of(ending(rest));
            default -> throw new IllegalArgumentException("A line that begins with none of the signs: " + line);
        }
    }

    private void end() {
        if (!title.isEmpty()) {
            boolean recent = title.startsWith("!");
            String plain = recent ? title.substring(1).strip() : title;
            scenes.add(new Scene(specialty, recent, plain, text, topics, strip, vote, suspicions, lines, ending));
        }
        title = "";
        text = "";
        topics = List.of();
        strip = Optional.empty();
        vote = Optional.empty();
        suspicions = new ArrayList<>();
        lines = new ArrayList<>();
        ending = Optional.empty();
    }

    /** Such as {@code +.- | It went well.}: of each comment whether it was borne out, unknown, or not. */
    private static Ending ending(String line) {
        String[] parts = line.split(" \\| ", 2);
        return new Ending(parts[0], parts[1]);
    }

    /** Such as {@code When? | Two weeks 0.6 | Four weeks 0.4}. */
    private static Vote vote(String type, String line) {
        String[] parts = line.split(" \\| ", -1);
        Map<String, Double> leanings = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int blank = parts[i].lastIndexOf(' ');
            leanings.put(parts[i].substring(0, blank), Double.parseDouble(parts[i].substring(blank + 1)));
        }
        return new Vote(type, parts[0], leanings);
    }

    /** Such as {@code apixaban | alopecia | serious | 4}. */
    private static Suspicion suspicion(String line) {
        String[] parts = line.split(" \\| ", -1);
        return new Suspicion(parts[0], parts[1], parts[2].equals("serious"), Integer.parseInt(parts[3]));
    }

    /** Such as {@code Surgery | 0.85 0.1 | Wait.}. */
    private static Line comment(String line) {
        String[] parts = line.split(" \\| ", 3);
        String[] shares = parts[1].split(" ", -1);
        return new Line(
                parts[0], Double.parseDouble(shares[0]), Double.parseDouble(shares[1]), parts[2], new ArrayList<>());
    }
}
