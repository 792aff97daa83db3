package org.curbside.notification.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.curbside.api.content.AdviceInMinority;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.content.QuestionConcluded;
import org.curbside.api.content.ReplyGiven;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.CaseMoved;
import org.curbside.api.notification.InboxEntry;
import org.curbside.api.search.SavedSearchMatched;
import org.curbside.notification.internal.store.InboxStore;
import org.curbside.notification.internal.store.OpenedStore;
import org.curbside.notification.internal.store.SubscriptionStore;
import org.curbside.testkit.jpa.LocalJpa;

/** A small community that asks and advises. */
final class Community {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final Member ASKER = new Member(1, "asker", "cardiology");
    static final Member ADVISER = new Member(2, "adviser", "neurology");
    static final Member READER = new Member(3, "reader", "neurology");

    final LocalJpa jpa = new LocalJpa(
            "notification",
            "/db/notification/V1__inbox.sql",
            "/db/notification/V2__saved_searches.sql",
            "/db/notification/V3__reminded.sql",
            "/db/notification/V4__replies.sql");
    private int parts = Integer.MAX_VALUE;
    final InboxStore store = new InboxStore(new Breaking());
    final OpenedStore opened = new OpenedStore(jpa);
    final Map<Long, Question> questions = new HashMap<>();
    final SubscriptionDesk subscriptions = new SubscriptionDesk(
            new SubscriptionStore(jpa),
            opened,
            new SubscriptionDesk.Guide() {
                @Override
                public List<Channel> channels() {
                    return List.of(
                            new Channel("cardiology", "Cardiology", List.of()),
                            new Channel("neurology", "Neurology", List.of()),
                            walled());
                }

                @Override
                public Optional<Question> question(long id) {
                    return Optional.ofNullable(questions.get(id));
                }
            },
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> {});
    final List<Long> rung = new ArrayList<>();
    private final Announcer announcer =
            new Announcer(store, id -> Optional.ofNullable(questions.get(id)), rung::addAll, () -> {});
    private final QuestionNews news = new QuestionNews(announcer);
    private final ModerationNews moderation = new ModerationNews(announcer);
    private final SearchNews searches = new SearchNews(announcer);
    private long position;

    /** The database goes away after so many further changes. */
    void breakOffAfter(int changes) {
        parts = changes;
    }

    /** Rows of which there are too many to make one by one. */
    void run(String sql) throws SQLException {
        try (Connection connection = jpa.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private final class Breaking implements JpaTemplate {

        @Override
        public <R> R txExpr(TransactionType type, EmFunction<R> code) {
            return jpa.txExpr(type, code);
        }

        @Override
        public <R> R txExpr(EmFunction<R> code) {
            return jpa.txExpr(code);
        }

        @Override
        public void tx(TransactionType type, EmConsumer code) {
            if (parts-- == 0) {
                throw new IllegalStateException("planted");
            }
            jpa.tx(type, code);
        }

        @Override
        public void tx(EmConsumer code) {
            tx(TransactionType.Required, code);
        }
    }

    private static Channel walled() {
        return new Channel(
                Channel.PRACTICE,
                "Practice",
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                org.curbside.spi.specialty.Guide.NONE,
                "",
                true);
    }

    InboxDesk inbox() {
        return inboxAt(NOW);
    }

    InboxDesk inboxAt(Instant now) {
        return new InboxDesk(
                store,
                opened,
                id -> Optional.ofNullable(questions.get(id)),
                Clock.fixed(now, ZoneOffset.UTC),
                () -> {});
    }

    List<InboxEntry> inboxOf(Member member) {
        return inbox().entries(member, Long.MAX_VALUE, 20).items();
    }

    Question ask(Member author, long id, String channel, String... topics) {
        questions.put(id, question(author, id, channel, 0, topics));
        news.on(++position, new QuestionAsked(id, author.id(), author.specialty(), List.of(topics), NOW));
        return question(id);
    }

    Question question(long id) {
        return Optional.ofNullable(questions.get(id)).orElseThrow();
    }

    void advise(Member author, long question) {
        Question before = question(question);
        questions.put(
                question,
                question(
                        ASKER,
                        question,
                        before.channel(),
                        before.comments() + 1,
                        before.topics().toArray(String[]::new)));
        again(author, question, ++position);
    }

    /** The same event, as it may come twice. */
    void again(Member author, long question, long at) {
        news.on(at, new CommentGiven(question, 10 * question + at, author.id(), author.specialty(), List.of(), NOW));
    }

    long position() {
        return position;
    }

    void reply(Member author, long question, Long... concerned) {
        news.on(++position, new ReplyGiven(question, 10 * question, position, author.id(), Set.of(concerned), NOW));
    }

    void conclude(Member author, long question) {
        news.on(++position, new QuestionConcluded(question, author.id(), NOW));
    }

    void disagree(Member author, long question) {
        news.on(++position, new AdviceInMinority(question, 10 * question, author.id(), NOW));
    }

    void moderate(Member author, long question, boolean tells) {
        moderation.on(++position, new CaseMoved(1, question, author.id(), tells, NOW));
    }

    void find(Member member, long question) {
        searches.on(++position, new SavedSearchMatched(1, member.id(), "mine", question, NOW));
    }

    private static Question question(Member author, long id, String channel, int comments, String... topics) {
        return new Question(
                id,
                1,
                new Author(author.name(), author.specialty()),
                channel,
                channel,
                List.of(topics),
                "Question " + id,
                "Text",
                null,
                comments,
                NOW,
                null,
                null,
                null);
    }
}
