package org.curbside.web.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
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

    /** Whether it was refused under that name. */
    public boolean refusedAs(String name) {
        return refusal != null && Objects.equals(refusal.name(), name);
    }

    /** The ids of what a page says about a field, or null when it says nothing. */
    public @Nullable String describedBy(String field, @Nullable String help) {
        String ids = Stream.of(help == null ? "" : id(field) + "-help", wrong(field) ? id(field) + "-wrong" : "")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
