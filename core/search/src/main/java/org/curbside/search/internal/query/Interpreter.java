package org.curbside.search.internal.query;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.curbside.api.content.Channel;
import org.curbside.api.refusal.Refusal;
import org.curbside.search.internal.index.Fields;
import org.jspecify.annotations.Nullable;

/** Makes of what somebody wrote what the index is asked; by the vocabulary of the specialties as they are at that moment. */
public final class Interpreter {

    private static final float IN_OTHER_WORDS = 0.7f;
    private static final float ELSEWHERE_TOO = 0.1f;
    private static final int LONGEST_DRAFT = 2_000;
    private static final int MOST_WORDS_OF_A_DRAFT = 10;
    private static final double ENOUGH_OF_A_DRAFT = 0.35;

    private final Words words;
    private final Supplier<List<Channel>> channels;
    private volatile @Nullable Vocabulary known;

    /** By the words of those channels, which are asked for each time. */
    public Interpreter(Words words, Supplier<List<Channel>> channels) {
        this.words = words;
        this.channels = channels;
    }

    private Vocabulary vocabulary() {
        List<Channel> now = channels.get();
        Vocabulary vocabulary = known;
        if (vocabulary == null || !vocabulary.isOf(now)) {
            vocabulary = new Vocabulary(now, words);
            known = vocabulary;
        }
        return vocabulary;
    }

    /** What a search asks, or a refusal. */
    public Interpretation of(@Nullable String query) {
        return new Reading(vocabulary()).of(Inquiry.of(query));
    }

    /**
     * What is like a draft, by those of its words that the fewest questions have; empty if there is too little of it to say.
     *
     * @param having how many questions have a word, by its stem
     */
    public Optional<Query> like(String draft, Optional<String> channel, ToIntFunction<String> having) {
        Vocabulary vocabulary = vocabulary();
        List<Words.Word> written = words.of(draft.substring(0, Math.min(draft.length(), LONGEST_DRAFT)));
        Map<Vocabulary.Called, Integer> known = new LinkedHashMap<>();
        vocabulary.read(written).stream()
                .filter(called -> called.words().stream().anyMatch(Words.Word::tells))
                .forEach(called -> known.computeIfAbsent(called, each -> having(each, having)));
        List<Vocabulary.Called> telling = known.entrySet().stream()
                .filter(called -> called.getValue() > 0)
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_WORDS_OF_A_DRAFT)
                .map(Map.Entry::getKey)
                .toList();
        if (telling.size() < 2) {
            return Optional.empty();
        }
        BooleanQuery.Builder like = new BooleanQuery.Builder();
        telling.forEach(called -> like.add(anyName(called), Occur.SHOULD));
        like.setMinimumNumberShouldMatch(Math.max(2, (int) Math.ceil(telling.size() * ENOUGH_OF_A_DRAFT)));
        List<String> inside = channel.filter(vocabulary::isWalled).stream().toList();
        return Optional.of(within(like.build(), inside, vocabulary.walled()));
    }

    /** How many may have it, by whatever name: for each name those with its rarest word. */
    private static int having(Vocabulary.Called called, ToIntFunction<String> having) {
        return Stream.concat(Stream.of(called.words()), called.others().stream().map(Vocabulary.Name::words))
                .mapToInt(name -> name.stream()
                        .filter(word -> !word.stop())
                        .mapToInt(word -> having.applyAsInt(word.stem()))
                        .min()
                        .orElse(0))
                .sum();
    }

    private static Query within(Query query, List<String> inside, List<String> walled) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        if (inside.isEmpty()) {
            all.add(in(Fields.CHANNEL, walled), Occur.MUST_NOT);
        } else {
            all.add(in(Fields.CHANNEL, inside), Occur.FILTER);
        }
        return all.build();
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** Words by whatever name: as they were written they may stand anywhere, by another name they stand together. */
    private static Query anyName(Vocabulary.Called called) {
        List<Query> names = new ArrayList<>();
        names.add(asWritten(called.words()));
        called.others().forEach(name -> names.add(new BoostQuery(together(name.words()), IN_OTHER_WORDS)));
        return names.size() == 1 ? names.get(0) : new DisjunctionMaxQuery(names, 0);
    }

    private static Query asWritten(List<Words.Word> written) {
        List<Words.Word> telling = written.stream().filter(word -> !word.stop()).toList();
        List<Words.Word> needed = telling.isEmpty() ? written : telling;
        if (needed.size() == 1) {
            return together(needed);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        needed.forEach(word -> all.add(together(List.of(word)), Occur.MUST));
        return all.build();
    }

    /** Words that stand together in one of the fields. */
    private static Query together(List<Words.Word> words) {
        String[] stems = words.stream().map(Words.Word::stem).toArray(String[]::new);
        List<Query> fields = Fields.WORDS.stream()
                .<Query>map(weight -> new BoostQuery(
                        stems.length == 1
                                ? new TermQuery(new Term(weight.field(), stems[0]))
                                : new PhraseQuery(weight.field(), stems),
                        weight.boost()))
                .toList();
        return new DisjunctionMaxQuery(fields, ELSEWHERE_TOO);
    }

    /** One inquiry, part by part. */
    private final class Reading {
        private final Vocabulary vocabulary;
        private final BooleanQuery.Builder found = new BooleanQuery.Builder();
        private final BooleanQuery.Builder all = new BooleanQuery.Builder();
        private final List<String> inside = new ArrayList<>();
        private final Set<String> alsoFor = new LinkedHashSet<>();
        private boolean asksForWords;
        private boolean asks;

        Reading(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        Interpretation of(Inquiry inquiry) {
            StringBuilder beside = new StringBuilder();
            for (Inquiry.Part part : inquiry.parts()) {
                if (part instanceof Inquiry.Word word && !word.excluded()) {
                    beside.append(word.text()).append(' ');
                } else {
                    words(beside);
                    other(part);
                }
            }
            words(beside);
            if (!asks) {
                throw Refusal.invalid("search-empty", Inquiry.FIELD, "Write a word to look for.");
            }
            BooleanQuery pointedAt = found.build();
            all.add(asksForWords ? pointedAt : new MatchAllDocsQuery(), Occur.MUST);
            return new Interpretation(
                    within(all.build(), inside, vocabulary.walled()), pointedAt, asksForWords, List.copyOf(alsoFor));
        }

        private void words(StringBuilder beside) {
            List<Vocabulary.Called> read = vocabulary.read(words.of(beside.toString()));
            beside.setLength(0);
            List<Vocabulary.Called> telling = read.stream()
                    .filter(called -> !called.words().stream().allMatch(Words.Word::stop))
                    .toList();
            for (Vocabulary.Called called : telling.isEmpty() ? read : telling) {
                find(anyName(called));
                called.others().forEach(name -> alsoFor.add(name.text()));
            }
        }

        private void find(Query query) {
            found.add(query, Occur.MUST);
            asksForWords = true;
            asks = true;
        }

        private void other(Inquiry.Part part) {
            if (part instanceof Inquiry.Restriction restriction) {
                restrict(restriction);
                asks = true;
                return;
            }
            String text = part instanceof Inquiry.Phrase phrase ? phrase.text() : ((Inquiry.Word) part).text();
            List<Words.Word> written = words.of(text);
            if (written.isEmpty()) {
                return;
            }
            if (part.excluded()) {
                all.add(together(written), Occur.MUST_NOT);
                asks = true;
            } else {
                find(together(written));
            }
        }

        private void restrict(Inquiry.Restriction restriction) {
            if (restriction.operator() == Operator.SPECIALTY) {
                String code = channel(restriction.value());
                if (!restriction.excluded()) {
                    inside.add(code);
                    return;
                }
            }
            all.add(query(restriction), restriction.excluded() ? Occur.MUST_NOT : Occur.FILTER);
        }

        private Query query(Inquiry.Restriction restriction) {
            String value = restriction.value().toLowerCase(Locale.ROOT);
            return switch (restriction.operator()) {
                case SPECIALTY -> new TermQuery(new Term(Fields.CHANNEL, channel(value)));
                case TOPIC -> in(Fields.TOPIC, vocabulary.topics(value));
                case BY -> new TermQuery(new Term(Fields.BY, value));
                case STATUS -> is(restriction, Fields.OPEN, Fields.CLOSED);
                case HAS -> is(restriction, Fields.POLL);
                case IS -> is(restriction, Fields.UNANSWERED);
                case BEFORE -> LongPoint.newRangeQuery(Fields.ASKED, Long.MIN_VALUE, midnight(restriction) - 1);
                case AFTER -> LongPoint.newRangeQuery(Fields.ASKED, midnight(restriction), Long.MAX_VALUE);
            };
        }

        private String channel(String called) {
            return vocabulary
                    .channel(called)
                    .map(Channel::code)
                    .orElseThrow(
                            () -> Refusal.invalid(
                                    "no-such-specialty",
                                    Inquiry.FIELD,
                                    "There is no specialty \u201c" + called
                                            + "\u201d. Use a name from the list of specialties, in quotes where it has several words."));
        }

        private Query is(Inquiry.Restriction restriction, String... possible) {
            String value = restriction.value().toLowerCase(Locale.ROOT);
            if (!List.of(possible).contains(value)) {
                String word = restriction.operator().word();
                throw Refusal.invalid(
                        "search-value",
                        Inquiry.FIELD,
                        Stream.of(possible)
                                .map(each -> "\u201c" + word + ":" + each + "\u201d")
                                .collect(Collectors.joining(" or ", "Write ", ".")));
            }
            return new TermQuery(new Term(Fields.IS, value));
        }

        private static long midnight(Inquiry.Restriction restriction) {
            try {
                return LocalDate.parse(restriction.value())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            } catch (DateTimeParseException e) {
                throw Refusal.invalid(
                        "search-date",
                        Inquiry.FIELD,
                        "Write the day after \u201c" + restriction.operator().word()
                                + ":\u201d as year, month and day, such as 2026-03-31.");
            }
        }
    }
}
