package org.curbside.search.internal.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.content.Channel;

/** What the specialties that were ever installed call things: one name finds the others. */
final class Vocabulary {

    private static final int MOST_OTHERS = 24;

    private final List<Channel> channels;
    private final Map<String, Set<Name>> byStems = new HashMap<>();
    private final Map<String, Set<String>> topics = new HashMap<>();
    private int longest;

    Vocabulary(List<Channel> channels, Words words) {
        this.channels = channels;
        for (Channel channel : channels) {
            names(Stream.concat(Stream.of(channel.name()), channel.synonyms().stream()), words);
            channel.vocabulary().forEach(term -> {
                List<String> all = Stream.concat(Stream.of(term.topic()), term.otherWords().stream())
                        .toList();
                names(all.stream(), words);
                List<String> lower = all.stream().map(Vocabulary::lower).toList();
                lower.forEach(word -> topics.computeIfAbsent(word, first -> new LinkedHashSet<>())
                        .addAll(lower));
            });
        }
    }

    /** Whether it is made of these. */
    boolean isOf(List<Channel> others) {
        return channels.equals(others);
    }

    /** A name that is nothing but words like "as" or "all" would find everything, and is left out. */
    private void names(Stream<String> called, Words words) {
        List<Name> names = called.map(name -> new Name(name, words.of(name)))
                .filter(name -> !name.words().stream().allMatch(Words.Word::stop))
                .toList();
        for (Name name : names) {
            byStems.computeIfAbsent(key(name.words()), first -> new LinkedHashSet<>())
                    .addAll(names);
            longest = Math.max(longest, name.words().size());
        }
    }

    /** Takes words together that are a name, the longest first, and finds what else that is called. */
    List<Called> read(List<Words.Word> words) {
        List<Called> read = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            Called next = next(words.subList(from, Math.min(words.size(), from + longest + 1)));
            read.add(next);
            from += next.words().size();
        }
        return read;
    }

    private Called next(List<Words.Word> words) {
        for (int length = Math.min(longest, words.size()); length > 0; length--) {
            List<Words.Word> own = words.subList(0, length);
            Set<Name> names = byStems.get(key(own));
            if (names != null) {
                return new Called(
                        own,
                        names.stream()
                                .filter(name -> !key(name.words()).equals(key(own)))
                                .limit(MOST_OTHERS)
                                .toList());
            }
        }
        return new Called(words.subList(0, 1), List.of());
    }

    private static String key(List<Words.Word> words) {
        return words.stream().map(Words.Word::stem).collect(Collectors.joining(" "));
    }

    /** The topic, and what else it is called. */
    Set<String> topics(String topic) {
        return topics.getOrDefault(lower(topic), Set.of(lower(topic)));
    }

    /** The codes of the channels that nobody meets who did not ask for them. */
    List<String> walled() {
        return channels.stream().filter(Channel::walled).map(Channel::code).toList();
    }

    boolean isWalled(String code) {
        return walled().contains(code);
    }

    /** The channel with that code, name or other name, or the only one whose name begins so. */
    Optional<Channel> channel(String called) {
        String name = lower(called);
        return channels.stream()
                .filter(channel -> lower(channel.code()).equals(name)
                        || lower(channel.name()).equals(name)
                        || channel.synonyms().stream()
                                .anyMatch(other -> lower(other).equals(name)))
                .findFirst()
                .or(() -> only(channels.stream()
                        .filter(channel -> lower(channel.name()).startsWith(name))
                        .toList()));
    }

    private static Optional<Channel> only(List<Channel> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A name as its specialty writes it. */
    record Name(String text, List<Words.Word> words) {}

    /** Words that were written, and what else that is called. */
    record Called(List<Words.Word> words, List<Name> others) {}
}
