package org.curbside.guard.internal.admission;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Offer;
import org.curbside.api.polling.StoredAnswers;
import org.curbside.api.slice.Slice;

/** Each of its poll types can read what is stored: it knows the newest version of the answers, or a newer one. */
record StoredSchema(Slice<StoredAnswers> stored) {

    private static final String NAME = "stored-schema";

    /** On what the canary learnt; empty when that is no poll type. */
    Optional<Finding> on(List<Offer> offers) {
        List<Offer> types =
                offers.stream().filter(offer -> offer.schema().isPresent()).toList();
        if (types.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(stored.find()
                .map(answers -> compared(types, answers))
                .orElseGet(() -> Finding.refused(
                        NAME,
                        "What is stored cannot be compared with what it reads while the polls are away. Try again in a"
                                + " moment.")));
    }

    private static Finding compared(List<Offer> types, StoredAnswers answers) {
        return types.stream()
                .flatMap(type -> fault(type, answers.newestSchema(type.id())))
                .findFirst()
                .map(sentence -> Finding.refused(NAME, sentence))
                .orElseGet(() -> Finding.passed(NAME, "It knows the version of every answer that is stored."));
    }

    private static Stream<String> fault(Offer type, OptionalInt newest) {
        int known = type.schema().orElseThrow();
        return newest.isEmpty() || newest.getAsInt() <= known
                ? Stream.empty()
                : Stream.of(
                        "It reads answers of \"" + type.id() + "\" up to version " + known + ", but answers of version "
                                + newest.getAsInt() + " are stored. Take a version of it that knows these.");
    }
}
