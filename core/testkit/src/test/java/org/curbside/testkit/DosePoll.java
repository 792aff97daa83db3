package org.curbside.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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

/** Right: which drug, how many milligrams, and why. An answer is "2|12.5|because". Faults are planted in its children. */
@PollTypeId(type = "dose", name = "A dose")
class DosePoll implements PollType {

    static final int MOST = 100;
    private static final int STEP = 25;
    private static final int LONGEST_REMARK = 200;

    @Override
    public void check(Question question) throws InvalidQuestion {
        if (question.choices().size() < 2 || question.choices().stream().anyMatch(String::isBlank)) {
            throw new InvalidQuestion("Name at least two drugs.");
        }
    }

    @Override
    public List<Field> ballot(Question question) {
        List<Field.Option> drugs = drugs(question).entrySet().stream()
                .map(drug -> new Field.Option(drug.getKey(), drug.getValue()))
                .toList();
        return List.of(
                new Field.SingleChoice("drug", "Which one?", drugs),
                new Field.Quantity("dose", "How much a day?", 0, MOST, "mg"),
                new Field.Text("remark", "Why?", LONGEST_REMARK));
    }

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        boolean complete = submitted.keySet().equals(Set.of("drug", "dose", "remark"))
                && submitted.values().stream().allMatch(values -> values.size() == 1);
        if (!complete) {
            throw new InvalidAnswer("Fill in each field once.");
        }
        Function<String, String> value =
                field -> submitted.getOrDefault(field, List.of()).get(0);
        String drug = drug(question, value.apply("drug"));
        return drug + "|" + dose(value.apply("dose")) + "|" + remark(value.apply("remark"));
    }

    String drug(Question question, String submitted) throws InvalidAnswer {
        if (!drugs(question).containsKey(submitted)) {
            throw new InvalidAnswer("Choose one of the drugs.");
        }
        return submitted;
    }

    String dose(String submitted) throws InvalidAnswer {
        if (!submitted.matches("[0-9]{1,3}([.][0-9]{1,3})?")
                || new BigDecimal(submitted).compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new InvalidAnswer("Give a dose between 0 and 100 mg.");
        }
        return new BigDecimal(submitted).stripTrailingZeros().toPlainString();
    }

    String remark(String submitted) throws InvalidAnswer {
        if (submitted.length() > LONGEST_REMARK) {
            throw new InvalidAnswer("Say it in 200 characters.");
        }
        return submitted;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public String migrate(Question question, int version, String answer) throws InvalidAnswer {
        String[] parts = answer.split("[|]", 3);
        if (version != schemaVersion() || parts.length < 3) {
            throw new InvalidAnswer("This form is not known.");
        }
        return drug(question, parts[0]) + "|" + dose(parts[1]) + "|" + remark(parts[2]);
    }

    @Override
    public Tally count(Question question, Collection<String> answers) {
        return answers.stream().map(this::one).reduce(Tally.EMPTY, Tally::plus);
    }

    /** The drug and the step that the dose lies in are one cell each. */
    Tally one(String answer) {
        String[] parts = answer.split("[|]", 3);
        return new Tally(1, new TreeMap<>(Map.of("drug " + parts[0], 1L, "from " + from(parts[1]), 1L)));
    }

    private static int from(String dose) {
        return new BigDecimal(dose).intValue() / STEP * STEP;
    }

    @Override
    public int sensitivity(Question question) {
        return 2;
    }

    @Override
    public List<Figure> figures(Question question, Tally tally) {
        List<Figure.Bar> drugs = drugs(question).entrySet().stream()
                .map(drug -> new Figure.Bar(drug.getValue(), tally.in("drug " + drug.getKey())))
                .toList();
        List<Figure.Bar> doses = IntStream.rangeClosed(0, MOST / STEP)
                .mapToObj(step -> new Figure.Bar("From " + step * STEP + " mg", tally.in("from " + step * STEP)))
                .toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure.Distribution("Drugs", drugs));
        figures.add(new Figure.Distribution("Doses", doses));
        if (tally.ballots() > 0) {
            double share = 100.0 * tally.in("drug 1") / tally.ballots();
            figures.add(new Figure.Estimate("Share of the first", share, "%"));
        }
        return figures;
    }

    @Override
    public List<Variable> codebook(Question question) {
        return List.of(
                new Variable("drug", "The drug", Variable.Type.CODE, drugs(question)),
                new Variable("dose", "Milligrams a day", Variable.Type.NUMBER, Map.of()),
                new Variable("remark", "The reason", Variable.Type.TEXT, Map.of()));
    }

    static Map<String, String> drugs(Question question) {
        Map<String, String> drugs = new LinkedHashMap<>();
        question.choices().forEach(drug -> drugs.put(String.valueOf(drugs.size() + 1), drug));
        return drugs;
    }
}
