package org.curbside.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Waiting;
import org.curbside.api.membership.Member;
import org.curbside.api.notification.Level;
import org.curbside.api.notification.Subject;
import org.curbside.api.notification.Subscription;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.notification.Unread;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slices;
import org.curbside.notification.internal.store.OpenedStore;
import org.curbside.notification.internal.store.Place;
import org.curbside.notification.internal.store.SubscriptionRow;
import org.curbside.notification.internal.store.SubscriptionStore;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Keeps what members want to hear of, and says what is new to them. */
@Component
public final class SubscriptionDesk implements Subscriptions {

    /** A topic's length, as the content takes it. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 40;

    /** What was never opened is no news any more after this. */
    private static final Duration NEW_FOR = Duration.ofDays(14);

    private static final Comparator<Subscription> IN_ORDER = Comparator.comparing(Subscription::subject)
            .thenComparing((one, other) -> one.subject() == Subject.QUESTION
                    ? Long.compare(Long.parseLong(other.name()), Long.parseLong(one.name()))
                    : one.title().compareToIgnoreCase(other.title()));

    private final SubscriptionStore store;
    private final OpenedStore opened;
    private final Guide guide;
    private final Clock clock;
    private final Runnable close;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public SubscriptionDesk(BundleContext context, @Reference SubscriptionStore store, @Reference OpenedStore opened) {
        this(store, opened, new Slices(context), Clock.systemUTC());
    }

    private SubscriptionDesk(SubscriptionStore store, OpenedStore opened, Slices slices, Clock clock) {
        this(store, opened, guide(slices), clock, slices::close);
    }

    private static Guide guide(Slices slices) {
        var channels = slices.of(Channels.class);
        var questions = slices.of(Questions.class);
        return new Guide() {
            @Override
            public List<Channel> channels() {
                return channels.get().channels();
            }

            @Override
            public Optional<Question> question(long id) {
                return questions.get().find(id);
            }
        };
    }

    SubscriptionDesk(SubscriptionStore store, OpenedStore opened, Guide guide, Clock clock, Runnable close) {
        this.store = store;
        this.opened = opened;
        this.guide = guide;
        this.clock = clock;
        this.close = close;
    }

    @Deactivate
    void close() {
        close.run();
    }

    /** What can be subscribed to. */
    interface Guide {
        List<Channel> channels();

        Optional<Question> question(long id);
    }

    @Override
    public List<Subscription> chosen(Member member) {
        Map<String, String> channels = new HashMap<>();
        guide.channels().forEach(channel -> channels.put(channel.code(), channel.name()));
        return store.chosen(member.id()).stream()
                .map(row -> new Subscription(row.subject(), row.name(), title(row, channels), row.chosen(), true))
                .sorted(IN_ORDER)
                .toList();
    }

    private String title(SubscriptionRow row, Map<String, String> channels) {
        return switch (row.subject()) {
            case SPECIALTY -> channels.getOrDefault(row.name(), row.name());
            case TOPIC -> row.name();
            case QUESTION -> guide.question(Long.parseLong(row.name()))
                    .map(Question::title)
                    .orElse("A question that is no longer shown");
        };
    }

    @Override
    public Subscription find(Member member, Subject subject, String name) {
        return switch (subject) {
            case SPECIALTY -> specialty(member, name);
            case TOPIC -> topic(member, checked(name));
            case QUESTION -> of(member, question(name));
        };
    }

    private Subscription specialty(Member member, String code) {
        Channel channel = guide.channels().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no-such-specialty", "There is no specialty with this code."));
        @Nullable Level usual = code.equals(member.specialty()) && !channel.walled() ? Level.TRACKING : null;
        return subscription(
                store.find(member.id(), Subject.SPECIALTY, code), Subject.SPECIALTY, code, channel.name(), usual);
    }

    private Subscription topic(Member member, String topic) {
        return subscription(store.find(member.id(), Subject.TOPIC, topic), Subject.TOPIC, topic, topic, null);
    }

    @Override
    public Subscription of(Member member, Question question) {
        String name = "" + question.id();
        List<SubscriptionRow> rows = store.concerning(member.id(), List.of(question.id()));
        @Nullable
        Level level = Levels.of(rows, Place.of(question), member.specialty()).orElse(null);
        return subscription(
                rows.stream()
                        .filter(row ->
                                row.subject() == Subject.QUESTION && row.name().equals(name))
                        .findFirst(),
                Subject.QUESTION,
                name,
                question.title(),
                level);
    }

    private static Subscription subscription(
            Optional<SubscriptionRow> own, Subject subject, String name, String title, @Nullable Level otherwise) {
        @Nullable Level level = own.map(SubscriptionRow::level).orElse(null);
        return new Subscription(
                subject,
                name,
                title,
                level == null ? otherwise : level,
                own.map(SubscriptionRow::chosen).isPresent());
    }

    private static String checked(String typed) {
        String topic = typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        int length = topic.codePointCount(0, topic.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Refusal.invalid("topic-length", "name", "Name a topic in 2 to 40 characters.");
        }
        return topic;
    }

    private Question question(String number) {
        return Optional.of(number)
                .filter(typed -> typed.matches("[1-9][0-9]{0,17}"))
                .flatMap(typed -> guide.question(Long.parseLong(typed)))
                .orElseThrow(() -> Refusal.notFound("no-such-question", "There is no question with this number."));
    }

    @Override
    public Subscription choose(Member member, Subject subject, String name, @Nullable Level level) {
        Subscription before = find(member, subject, name);
        store.choose(member.id(), subject, before.name(), level);
        return find(member, subject, before.name());
    }

    @Override
    public Map<Long, Unread> unread(Member member, List<Question> questions) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        List<Long> numbers = questions.stream().map(Question::id).toList();
        List<SubscriptionRow> rows = store.concerning(member.id(), numbers);
        Map<Long, Integer> known = opened.opened(member.id(), numbers);
        Instant since = clock.instant().minus(NEW_FOR);
        Map<Long, Unread> unread = new HashMap<>();
        questions.stream()
                .filter(question -> !Levels.of(rows, Place.of(question), member.specialty())
                        .orElse(Level.MUTED)
                        .equals(Level.MUTED))
                .filter(question ->
                        !question.author().pseudonym().equals(member.name()) || known.containsKey(question.id()))
                .forEach(question -> unread(question, known, since).ifPresent(what -> unread.put(question.id(), what)));
        return unread;
    }

    private static Optional<Unread> unread(Question question, Map<Long, Integer> opened, Instant since) {
        Integer comments = opened.get(question.id());
        if (comments == null) {
            return question.asked().isBefore(since) ? Optional.empty() : Optional.of(new Unread(true, 0));
        }
        int fresh = question.comments() - comments;
        return fresh > 0 ? Optional.of(new Unread(false, fresh)) : Optional.empty();
    }

    @Override
    public List<Waiting> heard(Member member, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return waiting;
        }
        List<SubscriptionRow> rows = store.concerning(
                member.id(), waiting.stream().map(one -> one.question().id()).toList());
        return waiting.stream()
                .filter(one -> !Levels.of(rows, Place.of(one.question()), "").equals(Optional.of(Level.MUTED)))
                .toList();
    }
}
