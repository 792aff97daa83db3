package org.curbside.api.content;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some questions, newest first.
 *
 * @param questions at most as many as were asked for
 * @param next the {@code before} of the next page, or empty on the last one
 */
public record QuestionPage(List<Question> questions, OptionalLong next) {

    /** Takes a copy of the list. */
    public QuestionPage {
        questions = List.copyOf(questions);
    }
}
