package org.curbside.web.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.refusal.Finding;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.screening.Concern.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in so far.
 *
 * @param values by field name
 * @param refusal why it was not taken, or null on a fresh one
 * @param mark makes the ids of its fields its own, where a page has several such forms; else empty
 */
public record Form(Map<String, String> values, @Nullable Refusal refusal, String mark) {

    /** A form that nobody has filled in. */
    public static final Form EMPTY = new Form(Map.of(), null, "");

    static Form of(Exchange exchange, Refusal refusal, String... fields) {
        Map<String, String> values = new HashMap<>();
        for (String field : fields) {
            values.put(field, exchange.parameter(field));
        }
        return new Form(values, refusal, "");
    }

    /** A form as it was filled in before. */
    static Form filled(Map<String, String> values) {
        return new Form(values, null, "");
    }

    /** With a field that says which form it is. */
    Form with(String field, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(field, value);
        return new Form(more, refusal, mark);
    }

    /** With fields whose content is not sent back. */
    Form andSecret(String... fields) {
        Map<String, String> more = new HashMap<>(values);
        for (String field : fields) {
            more.put(field, "");
        }
        return new Form(more, refusal, mark);
    }

    /** Only why it was not taken. */
    Form withoutFields() {
        return new Form(Map.of(), refusal, "");
    }

    Form marked(String asItsOwn) {
        return new Form(values, refusal, asItsOwn);
    }

    /** What was written in a field. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What a field is called on its page. */
    public String id(String field) {
        return field + mark;
    }

    /** Whether it was not taken. */
    public boolean refused() {
        return refusal != null;
    }

    /** What to do about it, or an empty string. */
    public String sentence() {
        return refusal == null ? "" : refusal.sentence();
    }

    /** The field at fault, or an empty string where it is none of this form's. */
    public String field() {
        String field = refusal == null ? null : refusal.field();
        return field != null && values.containsKey(field) ? field : "";
    }

    /** Whether that field is at fault. */
    public boolean wrong(String field) {
        return field.equals(field());
    }

    /** What in it could identify a patient. */
    public List<Finding> findings() {
        return refusal == null ? List.of() : refusal.findings();
    }

    /** Those that want the same of the author, each words once. */
    public List<Finding> findings(Severity severity) {
        Set<String> spans = new HashSet<>();
        return findings().stream()
                .filter(finding -> finding.severity() == severity && spans.add(finding.kind() + " " + finding.span()))
                .toList();
    }

    /** The fields in which something was found, with that marked. */
    public List<Marked> marked() {
        return Marked.of(this);
    }

    /** Whether it is for the author to say that nobody can be recognised. */
    public boolean asksToConfirm() {
        return findings().stream().anyMatch(finding -> finding.severity() != Severity.BLOCK);
    }

    /** The ids of what a page says about a field, or null when it says nothing. */
    public @Nullable String describedBy(String field, @Nullable String help) {
        String ids = Stream.of(help == null ? "" : id(field) + "-help", wrong(field) ? id(field) + "-wrong" : "")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
