package org.curbside.polling.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.curbside.api.guard.Dependents;
import org.curbside.api.membership.Member;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.polling.Poll;
import org.curbside.api.polling.PollCount;
import org.curbside.api.polling.PollCounts;
import org.curbside.api.polling.PollKind;
import org.curbside.api.polling.Polls;
import org.curbside.api.polling.StoredAnswers;
import org.curbside.api.refusal.Refusal;
import org.curbside.polling.internal.store.PollRow;
import org.curbside.polling.internal.store.PollStore;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.InvalidQuestion;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens polls, takes ballots and counts them. */
@Component
public final class PollingStation implements Polls, PollCounts, StoredAnswers, Dependents {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_ANSWER = 4_000;
    private static final int RETRY_SECONDS = 5;

    private final PollStore store;
    private final PollTypes types;
    private final Clock clock;
    private final SecureRandom random;

    /** As the platform runs it. */
    @Activate
    public PollingStation(@Reference PollStore store, @Reference PollTypes types) {
        this(store, types, Clock.systemUTC(), new SecureRandom());
    }

    PollingStation(PollStore store, PollTypes types, Clock clock, SecureRandom random) {
        this.store = store;
        this.types = types;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public List<PollKind> types() {
        return types.kinds();
    }

    @Override
    public long open(NewPoll poll) {
        String id = poll.type() == null ? "" : poll.type();
        PollType type = types.find(id)
                .orElseThrow(() ->
                        Refusal.invalid("no-such-poll-type", "poll.type", "Choose a kind of poll that is installed."));
        Question question = question(poll);
        try {
            type.check(question);
        } catch (InvalidQuestion refused) {
            throw Refusal.invalid("poll-not-offered", "poll.choices", message(refused));
        }
        return store.open(new PollRow(
                id,
                question,
                secret(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                type.figures(question, Tally.EMPTY)));
    }

    @Override
    public Optional<Poll> find(long poll, Member reader) {
        return store.find(poll).map(row -> seen(row, reader));
    }

    @Override
    public void answer(Member member, long poll, Map<String, List<String>> submitted) {
        PollRow row = store.find(poll)
                .orElseThrow(() -> Refusal.notFound("no-such-poll", "There is no poll with this number."));
        PollType type = types.find(row.type())
                .orElseThrow(() -> Refusal.unavailable(
                        "poll-type-away", RETRY_SECONDS, "This kind of poll is being updated. Try again in a moment."));
        String answer = read(type, row.question(), submitted);
        Tally counted = type.count(row.question(), List.of(answer));
        store.cast(
                new PollStore.Ballot(
                        random.nextLong(),
                        poll,
                        MemberKey.of(row.secret(), member.id()),
                        type.schemaVersion(),
                        answer,
                        counted),
                tally -> type.figures(row.question(), tally),
                Poll.BATCH,
                random);
    }

    @Override
    public List<PollCount> latest(long ballots, long before, int limit) {
        return store.latest(ballots, before, limit).stream()
                .map(PollingStation::count)
                .toList();
    }

    @Override
    public Optional<PollCount> find(long poll) {
        return store.find(poll).map(PollingStation::count);
    }

    @Override
    public OptionalInt newestSchema(String type) {
        return store.newestSchema(type);
    }

    @Override
    public Optional<String> on(String extensionPoint, String id) {
        long polls = extensionPoint.equals("poll.PollType") ? store.count(id) : 0;
        return polls == 0 ? Optional.empty() : Optional.of(polls + (polls == 1 ? " poll" : " polls"));
    }

    private Poll seen(PollRow row, Member reader) {
        boolean answered = store.answered(row.id(), MemberKey.of(row.secret(), reader.id()));
        Optional<List<Field>> ballot = answered ? Optional.of(List.of()) : ballot(row);
        return new Poll(
                row.id(),
                row.type(),
                row.question().text(),
                ballot.orElse(List.of()),
                answered,
                ballot.isEmpty() || types.find(row.type()).isEmpty(),
                row.tally().ballots(),
                answered ? row.shown() : 0,
                answered && row.shown() > 0 ? row.shownFigures() : List.of());
    }

    /** Empty while the type is away or does not answer; the question that the poll is on is read all the same. */
    private Optional<List<Field>> ballot(PollRow row) {
        try {
            return types.find(row.type()).map(type -> type.ballot(row.question()));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.UNAVAILABLE) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    private static PollCount count(PollRow row) {
        return new PollCount(
                row.id(), row.question().text(), row.opened(), row.tally().ballots(), row.figures());
    }

    private static Question question(NewPoll poll) {
        String text = poll.text() == null ? "" : poll.text().strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw Refusal.invalid("poll-text-length", "poll.text", "Ask the poll's question in 1 to 500 characters.");
        }
        List<String> choices = poll.choices() == null ? List.of() : poll.choices();
        return new Question(
                text,
                choices.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .toList());
    }

    private static String read(PollType type, Question question, Map<String, List<String>> submitted) {
        try {
            String answer = type.read(question, given(submitted));
            if (answer.length() > LONGEST_ANSWER) {
                throw Refusal.invalid("ballot-too-long", "ballot", "Shorten the answer.");
            }
            return answer;
        } catch (InvalidAnswer refused) {
            throw Refusal.invalid("ballot-unreadable", "ballot", message(refused));
        }
    }

    /** What JSON can say and a form cannot, such as null, is not given. */
    private static Map<String, List<String>> given(Map<String, List<String>> submitted) {
        Map<String, List<String>> given = new HashMap<>();
        submitted.forEach((field, values) -> Stream.ofNullable(values)
                .forEach(list ->
                        given.put(field, list.stream().filter(Objects::nonNull).toList())));
        return given;
    }

    private static String message(Exception refused) {
        @Nullable String message = refused.getMessage();
        return message == null ? "This is not possible here." : message;
    }

    private String secret() {
        byte[] secret = new byte[MemberKey.SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
