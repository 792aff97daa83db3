package ${package};

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

/**
 * How soon a patient like this should be seen. A member picks one of a few spans of time; all see how many picked which.
 *
 * <p>The platform draws the ballot and the figures and stores the answers. This class only says what they are, so that
 * the poll works on every page, in the API and without script.
 */
@Component
// The type is stored with every poll: never change it once polls were asked. The name may change; it is what people see.
@PollTypeId(type = "${artifactId}", name = "How soon to be seen")
public final class UrgencyPoll implements PollType {

    private static final String FIELD = "span";

    // Change me: the second word of each is what members read. The first is stored, and keeps its meaning for good.
    private static final List<Field.Option> SPANS = List.of(
            new Field.Option("now", "At once"),
            new Field.Option("day", "Within a day"),
            new Field.Option("week", "Within a week"),
            new Field.Option("month", "Within a month"),
            new Field.Option("later", "Later, or not at all"));

    private static final List<String> SOON = List.of("now", "day");

    /** Refuses a question that this kind of poll cannot offer. The message is for whoever writes the poll. */
    @Override
    public void check(Question question) throws InvalidQuestion {
        if (!question.choices().isEmpty()) {
            throw new InvalidQuestion("This kind of poll brings its own spans of time; leave the choices empty.");
        }
    }

    /** What a ballot asks. Other fields are a scale, a quantity and a text: see {@link Field}. */
    @Override
    public List<Field> ballot(Question question) {
        return List.of(new Field.SingleChoice(FIELD, "A patient like this should be seen", SPANS));
    }

    /** From what was submitted to what is stored. Never trust it: it need not come from the ballot above. */
    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        List<String> values = submitted.getOrDefault(FIELD, List.of());
        if (submitted.size() != 1 || values.size() != 1 || !isSpan(values.get(0))) {
            throw new InvalidAnswer("Choose exactly one of the spans of time.");
        }
        return values.get(0);
    }

    /** Goes up when stored answers change their form; then {@link #migrate} turns the older ones into the newer. */
    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public String migrate(Question question, int version, String answer) throws InvalidAnswer {
        if (version != schemaVersion() || !isSpan(answer)) {
            throw new InvalidAnswer("This answer was stored in a form that is not known here.");
        }
        return answer;
    }

    /** One cell for each span; a ballot falls into one of them. */
    @Override
    public Tally count(Question question, Collection<String> answers) {
        return answers.stream().map(Tally::of).reduce(Tally.EMPTY, Tally::plus);
    }

    /** How many cells one ballot can change. */
    @Override
    public int sensitivity(Question question) {
        return 1;
    }

    /** What all see. The counts may carry noise, and so may be below zero. */
    @Override
    public List<Figure> figures(Question question, Tally tally) {
        Figure bars = new Figure.Distribution(
                "How soon to be seen",
                SPANS.stream()
                        .map(span -> new Figure.Bar(span.label(), tally.in(span.value())))
                        .toList());
        long all = SPANS.stream().mapToLong(span -> tally.in(span.value())).sum();
        if (all <= 0) {
            return List.of(bars);
        }
        long soon = SOON.stream().mapToLong(tally::in).sum();
        return List.of(bars, new Figure.Estimate("Within a day, or at once", Math.round(100.0 * soon / all), "%"));
    }

    /** What an exported answer means to somebody who has only the file. */
    @Override
    public List<Variable> codebook(Question question) {
        Map<String, String> meanings = new LinkedHashMap<>();
        SPANS.forEach(span -> meanings.put(span.value(), span.label()));
        return List.of(new Variable(FIELD, question.text(), Variable.Type.CODE, meanings));
    }

    private static boolean isSpan(String value) {
        return SPANS.stream().anyMatch(span -> span.value().equals(value));
    }
}
