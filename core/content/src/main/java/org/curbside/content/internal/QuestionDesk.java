package org.curbside.content.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.curbside.api.content.Conclusion;
import org.curbside.api.content.FirstReplies;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Passage;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Revision;
import org.curbside.api.content.Waiting;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.paging.Page;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.polling.Polls;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.content.internal.store.DescribedPicture;
import org.curbside.content.internal.store.QuestionRow;
import org.curbside.content.internal.store.QuestionStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Takes questions and hands them out. */
@Component(service = {Questions.class, QuestionDesk.class})
public final class QuestionDesk implements Questions {

    private static final int MOST_WAITING = 20;
    private static final int MOST_COUNTED = 1_000;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration LONG_AGO = Duration.ofDays(90);
    private static final Duration COUNTED_FOR = Duration.ofMinutes(10);

    private final QuestionStore store;
    private final ChannelList channels;
    private final Screens screens;
    private final WritingGate gate;
    private final ToLongFunction<NewPoll> polls;
    private final Clock clock;
    private final Runnable close;
    private @Nullable FirstReplies replies;
    private Instant counted = Instant.EPOCH;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public QuestionDesk(
            BundleContext context,
            @Reference QuestionStore store,
            @Reference ChannelList channels,
            @Reference Screens screens,
            @Reference WritingGate gate) {
        this(store, channels, screens, gate, new Slice<>(context, Polls.class), Clock.systemUTC());
    }

    private QuestionDesk(
            QuestionStore store,
            ChannelList channels,
            Screens screens,
            WritingGate gate,
            Slice<Polls> polls,
            Clock clock) {
        this(store, channels, screens, gate, poll -> polls.get().open(poll), clock, polls::close);
    }

    QuestionDesk(
            QuestionStore store,
            ChannelList channels,
            Screens screens,
            WritingGate gate,
            ToLongFunction<NewPoll> polls,
            Clock clock,
            Runnable close) {
        this.store = store;
        this.channels = channels;
        this.screens = screens;
        this.gate = gate;
        this.polls = polls;
        this.clock = clock;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public Question ask(Member author, NewQuestion question) {
        return ask(author, question, clock.instant(), () -> gate.use(author, Act.ASK));
    }

    /** At an earlier time, without asking whether the author may. */
    Question ask(Member author, NewQuestion question, Instant at) {
        return ask(author, question, at, () -> {});
    }

    /** The poll is opened first: without its question nobody can reach it, so a failure between the two loses nothing. */
    private Question ask(Member author, NewQuestion question, Instant at, Runnable permit) {
        String channel = channels.check(question.specialty());
        Practice.check(channel, question);
        String title = Limits.TITLE.check(question.title());
        String text = Limits.TEXT.check(question.text());
        List<String> topics = TopicList.check(question.topics());
        List<SentImage> images = SentImage.of(question.images());
        List<Passage> passages = passages(title, text, topics, question.poll());
        images.forEach(image -> passages.add(image.passage()));
        screens.check(passages, question.confirmed());
        List<DescribedPicture> pictures =
                images.stream().map(SentImage::redrawn).toList();
        permit.run();
        @Nullable Long poll = question.poll() == null ? null : (Long) polls.applyAsLong(question.poll());
        QuestionRow row =
                new QuestionRow(author, channel, topics, title, text, poll, at.truncatedTo(ChronoUnit.MICROS));
        return store.store(row, pictures, channels::name);
    }

    private static List<Passage> passages(String title, String text, List<String> topics, @Nullable NewPoll poll) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage("title", title));
        passages.add(new Passage("text", text));
        topics.forEach(topic -> passages.add(new Passage("topics", topic)));
        if (poll != null) {
            Stream.ofNullable(poll.text()).forEach(asked -> passages.add(new Passage("poll.text", asked)));
            Stream.ofNullable(poll.choices())
                    .flatMap(List::stream)
                    .filter(Objects::nonNull)
                    .forEach(choice -> passages.add(new Passage("poll.choices", choice)));
        }
        return passages;
    }

    @Override
    public Optional<Question> find(long id) {
        return store.find(id, channels::name);
    }

    @Override
    public Question edit(Member author, long question, NewEdit edit) {
        String title = Limits.TITLE.check(edit.title());
        String text = Limits.TEXT.check(edit.text());
        screens.check(List.of(new Passage("title", title), new Passage("text", text)), edit.confirmed());
        gate.use(author, Act.ANSWER);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.edit(author, question, title, text, edit.erases(), at, channels::name)
                .orElseThrow(QuestionDesk::noSuchQuestion);
    }

    @Override
    public List<Revision> history(long question) {
        return store.history(question);
    }

    @Override
    public Question conclude(Member asker, long question, NewConclusion conclusion) {
        gate.use(asker, Act.ANSWER);
        return conclude(asker, question, conclusion, clock.instant());
    }

    Question conclude(Member asker, long question, NewConclusion conclusion, Instant at) {
        String text = Limits.CONCLUSION.check(conclusion.text());
        screens.check(List.of(new Passage("text", text)), conclusion.confirmed());
        Map<Long, Hindsight> hindsight = conclusion.hindsight() == null ? Map.of() : conclusion.hindsight();
        return store.conclude(
                        asker,
                        question,
                        new Conclusion(text, at.truncatedTo(ChronoUnit.MICROS)),
                        hindsight,
                        channels::name)
                .orElseThrow(QuestionDesk::noSuchQuestion);
    }

    @Override
    public Question reopen(Member asker, long question) {
        gate.use(asker, Act.ANSWER);
        return store.conclude(asker, question, null, Map.of(), channels::name)
                .orElseThrow(QuestionDesk::noSuchQuestion);
    }

    private static Refusal noSuchQuestion() {
        return Refusal.notFound("no-such-question", "There is no question with this number.");
    }

    @Override
    public Page<Question> latest(Optional<String> channel, long before, int limit) {
        int size = Page.size(limit);
        return Page.of(store.latest(channel, before, size + 1, channels::name), size, Question::id);
    }

    @Override
    public List<Waiting> waiting(Member reader) {
        Instant now = clock.instant();
        return store.waiting(reader.id(), channels.around(reader.specialty()), MOST_WAITING, channels::name).stream()
                .map(question -> new Waiting(
                        question, Duration.between(question.asked(), now).toMinutes()))
                .toList();
    }

    @Override
    public synchronized FirstReplies firstReplies() {
        Instant now = clock.instant();
        if (replies == null || !now.isBefore(counted.plus(COUNTED_FOR))) {
            counted = now;
            replies = count(store.firstReplies(now.minus(LONG_AGO), now.minus(A_DAY), MOST_COUNTED));
        }
        return replies;
    }

    private static FirstReplies count(List<Long> minutes) {
        List<Long> answered =
                minutes.stream().filter(after -> after >= 0).sorted().toList();
        return new FirstReplies(
                minutes.size(), answered.size(), answered.isEmpty() ? null : answered.get((answered.size() - 1) / 2));
    }
}
