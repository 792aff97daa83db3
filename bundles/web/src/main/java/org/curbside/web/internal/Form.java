package org.curbside.web.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in so far.
 *
 * @param values by field name
 * @param refusal why it was not taken, or null on a fresh one
 */
public record Form(Map<String, String> values, @Nullable Refusal refusal) {

    /** A form that nobody has filled in. */
    public static final Form EMPTY = new Form(Map.of(), null);

    static Form of(Exchange exchange, Refusal refusal, String... fields) {
        Map<String, String> values = new HashMap<>();
        for (String field : fields) {
            values.put(field, exchange.parameter(field));
        }
        return new Form(values, refusal);
    }

    /** What was written in a field. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, or an empty string. */
    public String wrongWith(String field) {
        return refusal != null && field.equals(refusal.field()) ? refusal.sentence() : "";
    }

    /** What is wrong with the whole of it, or an empty string. */
    public String wrong(String... fields) {
        if (refusal == null) {
            return "";
        }
        for (String field : fields) {
            if (field.equals(refusal.field())) {
                return "";
            }
        }
        return refusal.sentence();
    }

    /** Whether it was refused under that name. */
    public boolean refusedAs(String name) {
        return refusal != null && Objects.equals(refusal.name(), name);
    }
}
