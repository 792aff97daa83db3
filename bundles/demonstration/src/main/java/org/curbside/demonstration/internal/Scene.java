package org.curbside.demonstration.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question and what becomes of it.
 *
 * @param specialty the name of the channel
 * @param recent whether it was asked in the last complete week
 * @param strip what the electrocardiogram shows that comes with it
 */
record Scene(
        String specialty,
        boolean recent,
        String title,
        String text,
        List<String> topics,
        Optional<String> strip,
        Optional<Vote> vote,
        List<Suspicion> suspicions,
        List<Line> lines,
        Optional<Ending> ending) {

    Scene {
        topics = List.copyOf(topics);
        suspicions = List.copyOf(suspicions);
        lines = List.copyOf(lines);
    }

    /** A poll of that type, with the share of each choice; those who rank draw one after the other by these shares. */
    record Vote(String type, String text, Map<String, Double> leanings) {}

    /** A suspected adverse reaction, and by how many it is reported. */
    record Suspicion(String product, String reaction, boolean serious, int reports) {}

    /** A conclusion; a sign for each comment: + was borne out, - was not, of others nothing is known. */
    record Ending(String hindsight, String text) {}

    /**
     * A comment, with the shares of those who agree and who agree in part.
     *
     * @param replies whoever asked and whoever advised say by turns
     */
    record Line(String specialty, double agree, double partly, String text, List<String> replies) {}
}
