package org.curbside.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.curbside.testkit.bundle.AddOnJar;

/** A poll type that takes its time with every ballot, so that there is always a slow call in it when it is replaced. */
public final class SlowPoll implements PollType {

    private static final long MILLIS = 200;
    private static final Field.Option ONE = new Field.Option("1", "Yes");
    private static final Field.Option OTHER = new Field.Option("2", "No");

    /** As a bundle. */
    static Path write(Path folder) throws IOException {
        String type = SlowPoll.class.getName();
        return AddOnJar.named("bench-poll-slow", "1.0.0")
                .with(
                        "Import-Package",
                        "org.curbside.spi.poll;version=\"[1,2)\",org.curbside.spi.export;version=\"[1,2)\"")
                .withClasses(SlowPoll.class.getClassLoader(), type)
                .offering("slow", "curbside.poll.type", "slow", "poll.PollType", type)
                .writeTo(folder.resolve("slow.jar"));
    }

    @Override
    public void check(Question question) throws InvalidQuestion {
        if (!question.choices().isEmpty()) {
            throw new InvalidQuestion("Leave the choices empty.");
        }
    }

    @Override
    public List<Field> ballot(Question question) {
        return List.of(new Field.SingleChoice("choice", "Your answer", List.of(ONE, OTHER)));
    }

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS));
        return submitted.getOrDefault("choice", List.of()).stream()
                .filter(List.of("1", "2")::contains)
                .findFirst()
                .orElseThrow(() -> new InvalidAnswer("Answer yes or no."));
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
        return List.of(new Figure.Distribution(
                "Ballots",
                List.of(new Figure.Bar(ONE.label(), tally.in("1")), new Figure.Bar(OTHER.label(), tally.in("2")))));
    }

    @Override
    public List<Variable> codebook(Question question) {
        return List.of(new Variable("choice", question.text(), Variable.Type.CODE, Map.of("1", "Yes", "2", "No")));
    }
}
