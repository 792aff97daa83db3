package org.curbside.web.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionPage;

/**
 * The list of questions.
 *
 * @param specialty the channel, or empty for all
 * @param page what to list
 */
public record Feed(Optional<String> specialty, QuestionPage page) {

    /** The questions, newest first. */
    public List<Question> questions() {
        return page.questions();
    }

    /** The heading. */
    public String heading() {
        return specialty.orElse("Latest questions");
    }

    /** The address of older questions, or an empty string when these are the oldest. */
    public String older() {
        if (page.next().isEmpty()) {
            return "";
        }
        String channel =
                specialty.map(name -> "specialty=" + encode(name) + "&").orElse("");
        return "/?" + channel + "before=" + page.next().getAsLong();
    }

    /** The address of a channel. */
    public static String channel(String specialty) {
        return "/?specialty=" + encode(specialty);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
