package org.curbside.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.curbside.api.content.Author;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.CommentGiven;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Discussions;
import org.curbside.api.content.Question;
import org.curbside.api.event.Event;
import org.curbside.api.event.Placed;
import org.curbside.api.paging.Page;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Term;
import org.curbside.store.EventLog;

/**
 * Made-up discussions: a question with four pieces of advice each, of 60 to 140 words that are as frequent as words are (Zipf), in twelve
 * specialties with 45 terms each that have two other names. A discussion is made of its number whenever it is asked for, so that a million
 * posts take no memory. What is advised later is remembered.
 */
final class Library implements Discussions, EventLog, Channels {

    static final int POSTS_EACH = 5;
    private static final int WORDS = 20_000;
    private static final int SPECIALTIES = 12;
    private static final int TERMS = 45;
    private static final int MEMBERS = 50_000;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private final String[] words = new String[WORDS];
    private final double[] upTo = new double[WORDS];
    private final List<Channel> channels = new ArrayList<>();
    private final long questions;
    private final List<CommentGiven> events = new ArrayList<>();
    private final List<String> advised = new ArrayList<>();

    Library(long posts) {
        questions = posts / POSTS_EACH;
        SplittableRandom lot = new SplittableRandom(1);
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            words[i] = lot.ints(3 + lot.nextInt(8), 'a', 'z' + 1)
                    .mapToObj(letter -> "" + (char) letter)
                    .collect(Collectors.joining());
            sum += 1.0 / (i + 10);
            upTo[i] = sum;
        }
        for (int code = 0; code < SPECIALTIES; code++) {
            channels.add(channel(code, lot));
        }
    }

    private Channel channel(int code, SplittableRandom lot) {
        List<Term> terms = IntStream.range(0, TERMS)
                .mapToObj(term -> new Term(text(lot, 2), List.of(text(lot, 2), text(lot, 1))))
                .toList();
        return new Channel(
                "s" + code, "specialty" + code, List.of(), List.of(), "", List.of(), terms, Guide.NONE, "", false);
    }

    /** A word, the frequent ones most often. */
    String word(SplittableRandom lot) {
        int at = Arrays.binarySearch(upTo, lot.nextDouble() * upTo[WORDS - 1]);
        return words[at < 0 ? -at - 1 : at];
    }

    String text(SplittableRandom lot, int length) {
        return IntStream.range(0, length).mapToObj(each -> word(lot)).collect(Collectors.joining(" "));
    }

    private String post(SplittableRandom lot) {
        StringBuilder post = new StringBuilder();
        int length = 60 + lot.nextInt(80);
        for (int i = 0; i < length; i += 10) {
            post.append(text(lot, 10)).append(". ");
        }
        return post.toString();
    }

    Discussion discussion(long id) {
        SplittableRandom lot = new SplittableRandom(id);
        int code = lot.nextInt(SPECIALTIES);
        Question question = new Question(
                id,
                0,
                author(lot),
                "s" + code,
                "specialty" + code,
                List.of(channels.get(code).vocabulary().get(lot.nextInt(TERMS)).topic()),
                text(lot, 8),
                post(lot),
                lot.nextInt(10) == 0 ? (Long) id : null,
                POSTS_EACH - 1,
                FIRST.plusSeconds(id * 300),
                null,
                null,
                null);
        List<Discussion.Contribution> advice = new ArrayList<>();
        int given = lot.nextInt(20) == 0 ? 0 : POSTS_EACH - 1;
        for (int i = 0; i < given; i++) {
            advice.add(new Discussion.Contribution(id * 10 + i, author(lot), false, post(lot)));
        }
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).question() == id) {
                advice.add(new Discussion.Contribution(-i, author(lot), false, advised.get(i)));
            }
        }
        return new Discussion(question, false, advice, List.of());
    }

    private static Author author(SplittableRandom lot) {
        return new Author("member" + lot.nextInt(MEMBERS), "a specialty");
    }

    void advise(long question, String text) {
        events.add(new CommentGiven(question, -events.size(), 1, "s0", List.of(), FIRST));
        advised.add(text);
    }

    long questions() {
        return questions;
    }

    @Override
    public List<Discussion> of(Collection<Long> ids) {
        return ids.stream().map(this::discussion).toList();
    }

    @Override
    public Page<Discussion> after(long after, int limit) {
        return Page.of(
                LongStream.rangeClosed(after + 1, Math.min(questions, after + limit + 1))
                        .mapToObj(this::discussion)
                        .toList(),
                limit,
                discussion -> discussion.question().id());
    }

    @Override
    public Stretch after(long position, Collection<Class<? extends Event>> kinds, int most) {
        List<Placed<Event>> found = LongStream.range(Math.min(position, events.size()), events.size())
                .limit(most)
                .mapToObj(at -> new Placed<Event>(at + 1, events.get((int) at)))
                .toList();
        return new Stretch(
                found,
                found.isEmpty() ? events.size() : found.get(found.size() - 1).position());
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    @Override
    public String name(String code) {
        return "specialty" + code.substring(1);
    }
}
