package org.curbside.content.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curbside.api.content.Imports;
import org.jspecify.annotations.Nullable;

/** Compares two orders of the answers to each of many questions. */
public final class Orders {

    private final Map<Long, List<Answer>> byQuestion = new TreeMap<>();

    /**
     * An answer.
     *
     * @param here its score here
     * @param there its score on the site
     */
    public record Answer(double here, int there, boolean accepted) {}

    /** One more. */
    public void add(long question, Answer answer) {
        byQuestion.computeIfAbsent(question, key -> new ArrayList<>()).add(answer);
    }

    /** The comparison, or null if no question has two answers. */
    public Imports.@Nullable Order compared() {
        List<List<Answer>> questions = byQuestion.values().stream()
                .filter(answers -> answers.size() > 1)
                .toList();
        if (questions.isEmpty()) {
            return null;
        }
        List<List<Answer>> accepted = questions.stream()
                .filter(answers -> answers.stream().anyMatch(Answer::accepted))
                .toList();
        long pairs = questions.stream()
                .mapToLong(answers -> (long) answers.size() * (answers.size() - 1) / 2)
                .sum();
        return new Imports.Order(
                questions.size(),
                pairs,
                tau(questions),
                accepted.size(),
                accepted.stream().filter(Orders::isFirstHere).count(),
                accepted.stream().filter(Orders::isFirstThere).count());
    }

    /** Kendall's tau-b, of pairs within questions (Kendall, Biometrika 1945;33:239-251); NaN if one of the orders is none. */
    private static double tau(List<List<Answer>> questions) {
        long balance = 0;
        long untiedHere = 0;
        long untiedThere = 0;
        for (List<Answer> answers : questions) {
            for (int i = 0; i < answers.size(); i++) {
                for (Answer other : answers.subList(i + 1, answers.size())) {
                    int here = Double.compare(answers.get(i).here(), other.here());
                    int there = Integer.compare(answers.get(i).there(), other.there());
                    balance += (long) Integer.signum(here) * Integer.signum(there);
                    untiedHere += here == 0 ? 0 : 1;
                    untiedThere += there == 0 ? 0 : 1;
                }
            }
        }
        return balance / Math.sqrt((double) untiedHere * untiedThere);
    }

    private static boolean isFirstHere(List<Answer> answers) {
        return answers.stream().filter(Answer::accepted).allMatch(one -> answers.stream()
                .allMatch(other -> other.here() <= one.here()));
    }

    private static boolean isFirstThere(List<Answer> answers) {
        return answers.stream().filter(Answer::accepted).allMatch(one -> answers.stream()
                .allMatch(other -> other.there() <= one.there()));
    }
}
