package org.curbside.spi.poll;

import java.util.List;

/** What is asked, with the choices offered, in order (none where the poll type brings its own). */
public record Question(String text, List<String> choices) {

    public Question {
        choices = List.copyOf(choices);
    }
}
