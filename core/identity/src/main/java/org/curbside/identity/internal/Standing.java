package org.curbside.identity.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.curbside.api.identity.RegistryWord;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.Verdict;

/**
 * What the registries say of a claim, all together: the worst of their words counts.
 *
 * @param registry the national register of the claim's country
 * @param entry that register's, which every claim is about
 * @param words what each of them said
 */
record Standing(String registry, RegistryEntry entry, Judgement judgement, List<RegistryWord> words) {

    private static final int LONGEST = 1_000;

    Standing {
        words = List.copyOf(words);
    }

    static Standing of(String registry, RegistryEntry entry, Judgement judgement, String said, LocalDate asOf) {
        return new Standing(registry, entry, judgement, List.of(word(registry, judgement, said, asOf)));
    }

    Standing with(String source, Judgement another, String said, LocalDate asOf) {
        return new Standing(
                registry,
                entry,
                weight(another) > weight(judgement) ? another : judgement,
                Stream.concat(words.stream(), Stream.of(word(source, another, said, asOf)))
                        .toList());
    }

    private static RegistryWord word(String registry, Judgement judgement, String said, LocalDate asOf) {
        return new RegistryWord(registry, cut(said), judgement.verdict(), cut(judgement.reason()), asOf);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    Verdict verdict() {
        return judgement.verdict();
    }

    private static int weight(Judgement judgement) {
        return switch (judgement.verdict()) {
            case ACTIVE -> 0;
            case INDETERMINATE -> 1;
            case INACTIVE -> 2;
        };
    }
}
