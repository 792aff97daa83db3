package org.curbside.testkit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.ScreeningId;

/** Faults in where a concern points and in what it says. */
final class ConcernFaults {

    private ConcernFaults() {}

    @ScreeningId(id = "number")
    @Breaks({
        "spans_lie_in_the_text_in_order_and_apart",
        "it_finds_all_of_several",
        "messages_are_sentences_that_do_not_repeat_the_span"
    })
    static final class PointsPastTheEnd extends NumberScreening {
        @Override
        Concern day(int start, int end) {
            return super.day(start, end + 1);
        }
    }

    @ScreeningId(id = "number")
    @Breaks({"spans_lie_in_the_text_in_order_and_apart", "it_finds_all_of_several"})
    static final class PointsTwiceAtOnePlace extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            List<Concern> twice = new ArrayList<>();
            super.screen(text).forEach(concern -> twice.addAll(List.of(concern, concern)));
            return twice;
        }
    }

    @ScreeningId(id = "number")
    @Breaks("it_finds_all_of_several")
    static final class GivesOneKindAfterTheOther extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            List<Concern> byKind = new ArrayList<>(super.screen(text));
            byKind.sort((one, other) -> one.kind().compareTo(other.kind()));
            return byKind;
        }
    }

    @ScreeningId(id = "number")
    @Breaks("spans_count_the_units_of_the_text_as_given")
    static final class CountsCodePoints extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return super.screen(text).stream()
                    .map(concern -> new Concern(
                            text.codePointCount(0, concern.start()),
                            text.codePointCount(0, concern.end()),
                            concern.kind(),
                            concern.severity(),
                            concern.message()))
                    .toList();
        }
    }

    @ScreeningId(id = "number")
    @Breaks("spans_count_the_units_of_the_text_as_given")
    static final class CountsFromTheFirstLetter extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return super.screen(text.strip());
        }
    }

    /** A capital I with a dot becomes two units. */
    @ScreeningId(id = "number")
    @Breaks("spans_count_the_units_of_the_text_as_given")
    static final class CountsInSmallLetters extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return super.screen(text.toLowerCase(Locale.ROOT).replace("patient id", "Patient ID"));
        }
    }

    @ScreeningId(id = "number")
    @Breaks("spans_count_the_units_of_the_text_as_given")
    static final class CountsInThePlainForm extends NumberScreening {
        @Override
        public List<Concern> screen(String text) {
            return super.screen(Normalizer.normalize(text, Normalizer.Form.NFKC));
        }
    }

    @ScreeningId(id = "number")
    @Breaks("messages_are_sentences_that_do_not_repeat_the_span")
    static final class RepeatsTheSpan extends NumberScreening {
        @Override
        Concern record(int start, int end, String text) {
            return saying("Leave " + text.substring(start, end) + " out.", super.record(start, end, text));
        }
    }

    @ScreeningId(id = "number")
    @Breaks("messages_are_sentences_that_do_not_repeat_the_span")
    static final class SaysNothing extends NumberScreening {
        @Override
        Concern record(int start, int end, String text) {
            return saying("", super.record(start, end, text));
        }
    }

    @ScreeningId(id = "number")
    @Breaks("messages_are_sentences_that_do_not_repeat_the_span")
    static final class NamesTheKindInCapitals extends NumberScreening {
        @Override
        Concern day(int start, int end) {
            return new Concern(start, end, "DAY", Concern.Severity.CONFIRM, "Could somebody be recognised by it?");
        }
    }

    /** In Egypt its digits are others. */
    @ScreeningId(id = "number")
    @Breaks("every_node_finds_the_same")
    static final class SaysItAsTheMachineSpeaks extends NumberScreening {
        @Override
        Concern record(int start, int end, String text) {
            return saying(String.format("Leave these %d signs out.", end - start), super.record(start, end, text));
        }
    }

    private static Concern saying(String message, Concern concern) {
        return new Concern(concern.start(), concern.end(), concern.kind(), concern.severity(), message);
    }
}
