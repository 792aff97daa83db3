package org.curbside.testkit.canary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.curbside.testkit.trial.Drawable;

/** A question is checked, ballots are made from its own fields, read, counted and shown. */
final class PollTrial implements Trial {

    private static final int LONGEST_ANSWER = 4_000;

    private static final List<Question> QUESTIONS = List.of(
            new Question("Which would you try first?", List.of("Lithium", "Valproate", "Quetiapine")),
            new Question("How far do you agree?", List.of()),
            new Question("Would you do it again?", List.of("Yes", "No")),
            new Question("How many milligrams a day?", List.of("0", "100", "mg")));

    private final PollType type;
    private final Calls calls;
    private final Report report;

    PollTrial(PollType type, Calls calls, Report report) {
        this.type = type;
        this.calls = calls;
        this.report = report;
    }

    @Override
    public void run(String id) throws Broken {
        int schema = calls.of("schemaVersion", type::schemaVersion);
        Broken.unless(schema > 0, "Its schemaVersion is " + schema + "; they begin at 1.");
        report.schema(id, schema);
        Optional<Question> accepted = question();
        if (accepted.isEmpty()) {
            report.warned("It accepts none of the sample questions, so its ballots were not tried.");
            return;
        }
        Question question = accepted.get();
        List<Field> ballot = calls.of("ballot", () -> type.ballot(question));
        none(Drawable.faultsOfBallot(ballot));
        none(Drawable.faultsOfCodebook(calls.of("codebook", () -> type.codebook(question))));
        List<String> answers = answers(question, ballot);
        migrates(question, schema, answers);
        counts(question, answers);
    }

    private Optional<Question> question() throws Broken {
        for (Question question : QUESTIONS) {
            Optional<Question> accepted = calls.unlessRefused("check", InvalidQuestion.class, () -> {
                type.check(question);
                return question;
            });
            if (accepted.isPresent()) {
                return accepted;
            }
        }
        return Optional.empty();
    }

    private List<String> answers(Question question, List<Field> ballot) throws Broken {
        List<String> answers = new ArrayList<>();
        for (Map<String, List<String>> submitted : SampleBallots.of(ballot)) {
            Optional<String> answer =
                    calls.unlessRefused("read", InvalidAnswer.class, () -> type.read(question, submitted));
            answer.ifPresent(answers::add);
        }
        if (answers.isEmpty()) {
            report.warned("It refuses every ballot that was made from its own fields, so nothing was counted.");
        }
        Broken.unless(
                answers.stream().noneMatch(answer -> answer.isEmpty() || answer.length() > LONGEST_ANSWER),
                "Its read gave an answer that is empty or longer than " + LONGEST_ANSWER + " units.");
        return answers;
    }

    private void migrates(Question question, int schema, List<String> answers) throws Broken {
        for (String answer : answers) {
            String present = calls.of("migrate", () -> type.migrate(question, schema, answer));
            Broken.unless(present.equals(answer), "Its migrate changes an answer of the present version.");
        }
    }

    private void counts(Question question, List<String> answers) throws Broken {
        Tally all = count(question, answers);
        List<String> reversed = new ArrayList<>(answers);
        Collections.reverse(reversed);
        Broken.unless(all.equals(count(question, reversed)), "Its count depends on the order of the ballots.");
        Tally sum = count(question, List.of());
        Broken.unless(sum.equals(Tally.EMPTY), "Its count of no ballots is not empty.");
        for (String answer : answers) {
            sum = sum.plus(count(question, List.of(answer)));
        }
        Broken.unless(all.equals(sum), "Its count of all ballots is not the sum of the counts of each.");
        Broken.unless(all.ballots() == answers.size(), "Its count does not count every ballot once.");
        Broken.unless(calls.of("sensitivity", () -> type.sensitivity(question)) > 0, "Its sensitivity is below 1.");
        none(Drawable.faultsOfFigures(calls.of("figures", () -> type.figures(question, all))));
        none(Drawable.faultsOfFigures(calls.of("figures", () -> type.figures(question, Tally.EMPTY))));
    }

    private Tally count(Question question, List<String> answers) throws Broken {
        return calls.of("count", () -> type.count(question, answers));
    }

    private static void none(List<String> faults) throws Broken {
        Broken.unless(faults.isEmpty(), "It cannot be drawn: " + String.join(" ", faults));
    }
}
