package org.curbside.web.internal;

import java.util.Objects;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The form for a question, as it was filled in so far.
 *
 * @param question what was written
 * @param refusal why it was not taken, or null on a fresh form
 */
public record Draft(NewQuestion question, @Nullable Refusal refusal) {

    static Draft empty() {
        return new Draft(new NewQuestion("", "", ""), null);
    }

    /** What was written for the specialty. */
    public String specialty() {
        return Objects.requireNonNullElse(question.specialty(), "");
    }

    /** What was written for the title. */
    public String title() {
        return Objects.requireNonNullElse(question.title(), "");
    }

    /** What was written for the text. */
    public String text() {
        return Objects.requireNonNullElse(question.text(), "");
    }

    /** What is wrong with a field, or an empty string. */
    public String wrongWith(String field) {
        return refusal != null && field.equals(refusal.field()) ? refusal.sentence() : "";
    }
}
