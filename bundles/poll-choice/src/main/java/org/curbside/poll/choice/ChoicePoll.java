package org.curbside.poll.choice;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** One of two to ten choices. A stored answer is the place of the choice, from 1, so wording may be corrected. */
@Component
@PollTypeId(type = "choice", name = "One of several choices")
public final class ChoicePoll implements PollType {

    private static final String FIELD = "choice";
    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int LONGEST = 120;

    @Override
    public void check(Question question) throws InvalidQuestion {
        List<String> choices = question.choices();
        if (choices.size() < FEWEST || choices.size() > MOST) {
            throw new InvalidQuestion("Offer between 2 and 10 choices.");
        }
        if (choices.stream().anyMatch(choice -> choice.isBlank() || choice.length() > LONGEST)) {
            throw new InvalidQuestion("Each choice needs between 1 and 120 characters.");
        }
        if (new HashSet<>(choices.stream().map(String::strip).toList()).size() < choices.size()) {
            throw new InvalidQuestion("Two of the choices are the same.");
        }
    }

    @Override
    public List<Field> ballot(Question question) {
        List<Field.Option> options = places(question).stream()
                .map(place -> new Field.Option(place, label(question, place)))
                .toList();
        return List.of(new Field.SingleChoice(FIELD, "Your choice", options));
    }

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        List<String> values = submitted.getOrDefault(FIELD, List.of());
        if (values.size() != 1 || submitted.size() != 1 || !places(question).contains(values.get(0))) {
            throw new InvalidAnswer("Choose exactly one of the choices offered.");
        }
        return values.get(0);
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public String migrate(Question question, int version, String answer) throws InvalidAnswer {
        if (version != schemaVersion() || !places(question).contains(answer)) {
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
        List<Figure.Bar> bars = places(question).stream()
                .map(place -> new Figure.Bar(label(question, place), tally.in(place)))
                .toList();
        return List.of(new Figure.Distribution("Ballots by choice", bars));
    }

    @Override
    public List<Variable> codebook(Question question) {
        Map<String, String> meanings = new LinkedHashMap<>();
        places(question).forEach(place -> meanings.put(place, label(question, place)));
        return List.of(new Variable(FIELD, question.text(), Variable.Type.CODE, meanings));
    }

    private static List<String> places(Question question) {
        return IntStream.rangeClosed(1, question.choices().size())
                .mapToObj(String::valueOf)
                .toList();
    }

    private static String label(Question question, String place) {
        return question.choices().get(Integer.parseInt(place) - 1);
    }
}
