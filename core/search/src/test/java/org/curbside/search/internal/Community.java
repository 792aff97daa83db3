package org.curbside.search.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.Conclusion;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Discussions;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionAsked;
import org.curbside.api.content.QuestionChanged;
import org.curbside.api.content.ReplyGiven;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;
import org.curbside.api.membership.Member;
import org.curbside.api.paging.Page;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Term;
import org.curbside.store.EventLog;
import org.jspecify.annotations.Nullable;

/** What was asked and advised, in memory, and a log of it. */
final class Community implements Discussions, EventLog, Channels {

    static final String CARDIOLOGY = "207RC0000X";
    static final String SURGERY = "208600000X";
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    final List<Channel> channels = new ArrayList<>(List.of(
            channel(
                    CARDIOLOGY,
                    "Cardiology",
                    List.of("heart doctor"),
                    new Term("myocardial infarction", List.of("MI", "heart attack")),
                    new Term("atrial fibrillation", List.of("AF", "afib")),
                    new Term("aortic stenosis", List.of("AS"))),
            channel(SURGERY, "Surgery", List.of()),
            walled(Channel.PRACTICE, "Practice and Policy"),
            walled(Channel.ELSEWHERE, "From elsewhere")));
    private final NavigableMap<Long, Discussion> discussions = new TreeMap<>();
    static final Member READER = new Member(1, "reader", "Surgery");
    static final Member SLOW = new Member(2, "slow", "Surgery");
    private final List<Event> events = new ArrayList<>();
    private long lastComment;

    static Channel channel(String code, String name, List<String> synonyms, Term... vocabulary) {
        return new Channel(code, name, synonyms, List.of(), "", List.of(), List.of(vocabulary), Guide.NONE, "", false);
    }

    private static Channel walled(String code, String name) {
        return new Channel(code, name, List.of(), List.of(), "", List.of(), List.of(), Guide.NONE, "", true);
    }

    Indexer indexer(Path folder) {
        return new Indexer(folder, this, () -> this, () -> {});
    }

    SearchDesk desk(Indexer indexer) {
        return new SearchDesk(indexer, () -> this, SLOW::equals, () -> {});
    }

    long ask(String title, String text) {
        return ask(SURGERY, "kestrel", title, text, NOON, List.of());
    }

    long ask(String channel, String author, String title, String text, Instant at, List<String> topics) {
        return put(question(channel, author, title, text, at, topics, null), channel.equals(Channel.ELSEWHERE));
    }

    long poll(String title, String text) {
        return put(question(SURGERY, "kestrel", title, text, NOON, List.of(), 77L), false);
    }

    private Question question(
            String channel,
            String author,
            String title,
            String text,
            Instant at,
            List<String> topics,
            @Nullable Long poll) {
        long id = discussions.isEmpty() ? 1 : discussions.lastKey() + 1;
        return new Question(
                id,
                0,
                new Author(author, "Surgery"),
                channel,
                name(channel),
                topics,
                title,
                text,
                poll,
                0,
                at,
                null,
                null,
                null);
    }

    private long put(Question question, boolean imported) {
        discussions.put(question.id(), new Discussion(question, imported, List.of(), List.of()));
        events.add(
                imported
                        ? new QuestionChanged(question.id())
                        : new QuestionAsked(
                                question.id(),
                                question.author().pseudonym().hashCode(),
                                SURGERY,
                                List.of(),
                                question.asked()));
        return question.id();
    }

    long advise(long question, String author, String text) {
        Discussion before = Objects.requireNonNull(discussions.get(question));
        List<Discussion.Contribution> advice = new ArrayList<>(before.advice());
        advice.add(new Discussion.Contribution(++lastComment, new Author(author, "Surgery"), before.imported(), text));
        discussions.put(question, new Discussion(before.question(), before.imported(), advice, before.replies()));
        events.add(new CommentGiven(question, lastComment, author.hashCode(), SURGERY, List.of(), NOON));
        return lastComment;
    }

    void reply(long question, long comment, String author, String text) {
        Discussion before = Objects.requireNonNull(discussions.get(question));
        List<Discussion.Contribution> replies = new ArrayList<>(before.replies());
        replies.add(new Discussion.Contribution(comment, new Author(author, "Surgery"), before.imported(), text));
        discussions.put(question, new Discussion(before.question(), before.imported(), before.advice(), replies));
        events.add(new ReplyGiven(question, comment, replies.size(), author.hashCode(), Set.of(), NOON));
    }

    void conclude(long question, String text) {
        Discussion before = Objects.requireNonNull(discussions.get(question));
        Question asked = before.question();
        Question closed = new Question(
                asked.id(),
                1,
                asked.author(),
                asked.channel(),
                asked.specialty(),
                asked.topics(),
                asked.title(),
                asked.text(),
                asked.poll(),
                asked.comments(),
                asked.asked(),
                new Conclusion(text, NOON),
                null,
                null);
        discussions.put(question, new Discussion(closed, before.imported(), before.advice(), before.replies()));
        events.add(new QuestionChanged(question));
    }

    void hide(long question) {
        discussions.remove(question);
        events.add(new QuestionChanged(question));
    }

    @Override
    public List<Discussion> of(Collection<Long> questions) {
        return discussions.values().stream()
                .filter(discussion -> questions.contains(discussion.question().id()))
                .toList();
    }

    @Override
    public Page<Discussion> after(long after, int limit) {
        return Page.of(
                discussions.tailMap(after, false).values().stream()
                        .limit(limit + 1L)
                        .toList(),
                limit,
                discussion -> discussion.question().id());
    }

    @Override
    public Stretch after(long position, Collection<Class<? extends Event>> kinds, int most) {
        List<Placed<Event>> found = new ArrayList<>();
        for (long at = Math.min(position, events.size()) + 1; at <= events.size() && found.size() < most; at++) {
            Event event = events.get((int) at - 1);
            if (kinds.contains(event.getClass())) {
                found.add(new Placed<>(at, event));
            }
        }
        return new Stretch(found, found.size() == most ? found.get(most - 1).position() : events.size());
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels);
    }

    @Override
    public String name(String code) {
        return channels.stream()
                .filter(channel -> channel.code().equals(code))
                .map(Channel::name)
                .findFirst()
                .orElse(code);
    }
}
