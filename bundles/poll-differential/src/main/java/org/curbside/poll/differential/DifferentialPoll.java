package org.curbside.poll.differential;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * A differential: up to five of the diagnoses offered, the most likely first. They are pooled by the reciprocal of their rank, as in
 * Barnett and others, JAMA Netw Open 2019;2(3):e190096. A stored answer holds the places of the diagnoses as offered, from 1, with commas
 * between, so wording may be corrected.
 */
@Component
@PollTypeId(type = "differential", name = "Ranked differential diagnosis")
public final class DifferentialPoll implements PollType {

    private static final List<String> RANKS = List.of("first", "second", "third", "fourth", "fifth");
    private static final String NONE = "0";
    private static final int FEWEST = 2;
    private static final int MOST = 15;
    private static final int LONGEST = 120;

    @Override
    public void check(Question question) throws InvalidQuestion {
        List<String> diagnoses = question.choices();
        if (diagnoses.size() < FEWEST || diagnoses.size() > MOST) {
            throw new InvalidQuestion(
                    "Offer between 2 and 15 diagnoses; the last may be “Another, named in my advice”.");
        }
        if (diagnoses.stream().anyMatch(diagnosis -> diagnosis.isBlank() || diagnosis.length() > LONGEST)) {
            throw new InvalidQuestion("Each diagnosis needs between 1 and 120 characters.");
        }
        if (new HashSet<>(diagnoses.stream()
                                .map(diagnosis -> diagnosis.strip().toLowerCase(Locale.ROOT))
                                .toList())
                        .size()
                < diagnoses.size()) {
            throw new InvalidQuestion("Two of the diagnoses are the same.");
        }
    }

    @Override
    public List<Field> ballot(Question question) {
        List<Field.Option> diagnoses = places(question).stream()
                .map(place -> new Field.Option(place, label(question, place)))
                .toList();
        List<Field.Option> orNone = new ArrayList<>(List.of(new Field.Option(NONE, "No further diagnosis")));
        orNone.addAll(diagnoses);
        return ranks(question).stream()
                .map(rank -> (Field)
                        (rank.equals(RANKS.get(0))
                                ? new Field.SingleChoice(rank, "Most likely", diagnoses)
                                : new Field.SingleChoice(rank, sentence(rank), orNone)))
                .toList();
    }

    private static String sentence(String rank) {
        return rank.substring(0, 1).toUpperCase(Locale.ROOT) + rank.substring(1) + " most likely";
    }

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        List<String> ranks = ranks(question);
        List<String> named = new ArrayList<>();
        if (submitted.size() != ranks.size()) {
            throw new InvalidAnswer("Fill in each rank; from the second on, it may be “No further diagnosis”.");
        }
        boolean ended = false;
        for (String rank : ranks) {
            List<String> values = submitted.getOrDefault(rank, List.of());
            if (values.size() != 1) {
                throw new InvalidAnswer("Choose one diagnosis for each rank.");
            }
            String value = values.get(0);
            if (value.equals(NONE)) {
                ended = true;
            } else if (ended) {
                throw new InvalidAnswer("Leave no rank out before one that you fill in.");
            } else {
                named.add(value);
            }
        }
        return checked(question, named);
    }

    /** As stored, if they can be: at least one, each offered, none twice. */
    private static String checked(Question question, List<String> named) throws InvalidAnswer {
        if (named.isEmpty()) {
            throw new InvalidAnswer("Name the most likely diagnosis at least.");
        }
        if (!places(question).containsAll(named)) {
            throw new InvalidAnswer("Choose among the diagnoses offered.");
        }
        if (new HashSet<>(named).size() < named.size()) {
            throw new InvalidAnswer("Give each diagnosis one rank only.");
        }
        return String.join(",", named);
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public String migrate(Question question, int version, String answer) throws InvalidAnswer {
        List<String> named = List.of(answer.split(",", -1));
        if (version != schemaVersion() || named.size() > RANKS.size()) {
            throw new InvalidAnswer("This answer was stored in a form that is not known here.");
        }
        return checked(question, named);
    }

    @Override
    public Tally count(Question question, Collection<String> answers) {
        return answers.stream().map(DifferentialPoll::count).reduce(Tally.EMPTY, Tally::plus);
    }

    private static Tally count(String answer) {
        TreeMap<String, Long> cells = new TreeMap<>();
        String[] named = answer.split(",", -1);
        for (int rank = 1; rank <= named.length; rank++) {
            cells.put(cell(named[rank - 1], rank), 1L);
        }
        return new Tally(1, cells);
    }

    private static String cell(String place, int rank) {
        return place + "@" + rank;
    }

    @Override
    public int sensitivity(Question question) {
        return ranks(question).size();
    }

    @Override
    public List<Figure> figures(Question question, Tally tally) {
        Map<String, Double> scores = new HashMap<>();
        places(question).forEach(place -> scores.put(place, pooled(question, tally, place)));
        List<Figure.Place> pooled = places(question).stream()
                .sorted(Comparator.comparingDouble((String place) -> -scores.getOrDefault(place, 0.0)))
                .map(place -> new Figure.Place(label(question, place), scores.getOrDefault(place, 0.0)))
                .toList();
        List<Figure.Bar> named = places(question).stream()
                .map(place -> new Figure.Bar(label(question, place), named(question, tally, place)))
                .toList();
        return List.of(
                new Figure.Ranking(
                        "Pooled differential: a first rank counts 1, a second 1/2, a third 1/3, and so on", pooled),
                new Figure.Distribution("Ballots that name it at all", named));
    }

    private static double pooled(Question question, Tally tally, String place) {
        return IntStream.rangeClosed(1, ranks(question).size())
                .mapToDouble(rank -> tally.in(cell(place, rank)) / (double) rank)
                .sum();
    }

    private static long named(Question question, Tally tally, String place) {
        return IntStream.rangeClosed(1, ranks(question).size())
                .mapToLong(rank -> tally.in(cell(place, rank)))
                .sum();
    }

    @Override
    public List<Variable> codebook(Question question) {
        Map<String, String> meanings = new LinkedHashMap<>();
        places(question).forEach(place -> meanings.put(place, label(question, place)));
        return List.of(new Variable(
                "differential",
                question.text() + " (codes with commas between, the most likely first)",
                Variable.Type.TEXT,
                meanings));
    }

    private static List<String> ranks(Question question) {
        return RANKS.subList(0, Math.min(RANKS.size(), question.choices().size()));
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
