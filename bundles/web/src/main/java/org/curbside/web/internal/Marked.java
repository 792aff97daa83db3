package org.curbside.web.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.curbside.api.refusal.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What was written in a field, in pieces of which some could identify a patient. Of a field that holds several texts, such as topics,
 * only those pieces.
 *
 * @param field the field's name
 */
public record Marked(String field, List<Piece> pieces) {

    /** Some words, and why they are pointed at, or null. */
    public record Piece(String words, @Nullable Finding finding) {}

    /** Every field that something was found in, in the order of the form. */
    static List<Marked> of(Form form) {
        Map<String, List<Finding>> byField = new LinkedHashMap<>();
        form.findings().forEach(finding -> byField.computeIfAbsent(finding.field(), field -> new ArrayList<>())
                .add(finding));
        return byField.entrySet().stream()
                .map(found -> new Marked(
                        found.getKey(), pieces(form.value(found.getKey()).strip(), found.getValue())))
                .toList();
    }

    private static List<Piece> pieces(String text, List<Finding> findings) {
        boolean one = findings.stream().allMatch(finding -> text.startsWith(finding.span(), finding.start()));
        return one ? inside(text, findings) : alone(findings);
    }

    private static List<Piece> inside(String text, List<Finding> findings) {
        List<Piece> pieces = new ArrayList<>();
        int last = 0;
        for (Finding finding : findings) {
            if (finding.end() > last) {
                int start = Math.max(last, finding.start());
                pieces.add(new Piece(text.substring(last, start), null));
                pieces.add(new Piece(text.substring(start, finding.end()), finding));
                last = finding.end();
            }
        }
        pieces.add(new Piece(text.substring(last), null));
        return pieces;
    }

    private static List<Piece> alone(List<Finding> findings) {
        List<Piece> pieces = new ArrayList<>();
        findings.forEach(finding -> {
            pieces.add(new Piece(finding.span(), finding));
            pieces.add(new Piece("\n", null));
        });
        return pieces;
    }

    /** What the field is called on the page. */
    public String label() {
        return switch (field) {
            case "title" -> "Title";
            case "topics" -> "Topics";
            case "poll.text" -> "What you ask in the poll";
            case "poll.choices" -> "Choices of the poll";
            case "alt" -> "What the picture shows";
            case "alt1", "alt2", "alt3" -> "What picture " + field.substring("alt".length()) + " shows";
            default -> "Text";
        };
    }

    /** What is to be done, in a word or two. */
    public static String deed(Finding finding) {
        return switch (finding.severity()) {
            case BLOCK -> "Take out";
            case CONFIRM -> "Look again";
            case CONSIDER -> "Consider";
        };
    }

    /** How it is marked. */
    public static String look(Finding finding) {
        return switch (finding.severity()) {
            case BLOCK -> "block";
            case CONFIRM -> "confirm";
            case CONSIDER -> "consider";
        };
    }
}
