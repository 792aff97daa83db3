package org.curbside.poll.likert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.PollTypeId;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.osgi.service.component.annotations.Component;

/** Five steps from strong disagreement (1) to strong agreement (5), after R. Likert, 1932. */
@Component
@PollTypeId(type = "likert", name = "Agreement in five steps")
public final class LikertPoll implements PollType {

    private static final String FIELD = "step";
    private static final List<String> STEPS = List.of("1", "2", "3", "4", "5");
    private static final List<String> LABELS =
            List.of("Strongly disagree", "Disagree", "Undecided", "Agree", "Strongly agree");

    @Override
    public void check(Question question) throws InvalidQuestion {
        if (!question.choices().isEmpty()) {
            throw new InvalidQuestion("This kind of poll brings its own five steps; leave the choices empty.");
        }
    }

    @Override
    public List<Field> ballot(Question question) {
        return List.of(new Field.Scale(FIELD, "How far do you agree?", 1, 5, LABELS.get(0), LABELS.get(4)));
    }

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        List<String> values = submitted.getOrDefault(FIELD, List.of());
        if (values.size() != 1 || submitted.size() != 1 || !STEPS.contains(values.get(0))) {
            throw new InvalidAnswer("Choose exactly one step from 1 to 5.");
        }
        return values.get(0);
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public String migrate(Question question, int version, String answer) throws InvalidAnswer {
        if (version != schemaVersion() || !STEPS.contains(answer)) {
            throw new InvalidAnswer("This answer was stored in a form that is not known here.");
        }
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
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure.Distribution("Ballots by step", bars(tally)));
        long counted = STEPS.stream().mapToLong(tally::in).sum();
        if (counted > 0) {
            double mean = (double) weighted(tally) / counted;
            figures.add(new Figure.Estimate("Mean step", mean, "of 5"));
        }
        return List.copyOf(figures);
    }

    @Override
    public List<Variable> codebook(Question question) {
        Map<String, String> meanings = new LinkedHashMap<>();
        STEPS.forEach(step -> meanings.put(step, label(step)));
        return List.of(new Variable(FIELD, question.text(), Variable.Type.CODE, meanings));
    }

    private static List<Figure.Bar> bars(Tally tally) {
        return STEPS.stream()
                .map(step -> new Figure.Bar(label(step), tally.in(step)))
                .toList();
    }

    private static long weighted(Tally tally) {
        return STEPS.stream()
                .mapToLong(step -> Long.parseLong(step) * tally.in(step))
                .sum();
    }

    private static String label(String step) {
        return LABELS.get(STEPS.indexOf(step));
    }
}
