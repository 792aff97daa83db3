package org.curbside.testkit.bad.planted;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;

/** A poll type that is right: a thumb, up or down. */
public class Thumbs implements PollType {

    private static final List<Field.Option> THUMBS =
            List.of(new Field.Option("up", "Up"), new Field.Option("down", "Down"));

    @Override
    public void check(Question question) throws InvalidQuestion {
        if (!question.choices().isEmpty()) {
            throw new InvalidQuestion("Leave the choices empty.");
        }
    }

    @Override
    public List<Field> ballot(Question question) {
        return List.of(new Field.SingleChoice("thumb", label(), THUMBS));
    }

    String label() {
        return "Which way?";
    }

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        return submitted.getOrDefault("thumb", List.of()).stream()
                .filter(List.of("up", "down")::contains)
                .findFirst()
                .orElseThrow(() -> new InvalidAnswer("Choose up or down."));
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public String migrate(Question question, int version, String answer) {
        return answer;
    }

    @Override
    public Tally count(Question question, Collection<String> answers) {
        return answers.stream().map(Tally::of).reduce(Tally.EMPTY, Tally::plus);
    }

    @Override
    public int sensitivity(Question question) {
        return 1;
    }

    @Override
    public List<Figure> figures(Question question, Tally tally) {
        List<Figure.Bar> bars = THUMBS.stream()
                .map(thumb -> new Figure.Bar(thumb.label(), tally.in(thumb.value())))
                .toList();
        return List.of(new Figure.Distribution("Thumbs", bars));
    }

    @Override
    public List<Variable> codebook(Question question) {
        return List.of(new Variable("thumb", "The thumb", Variable.Type.CODE, Map.of("up", "Up", "down", "Down")));
    }
}
