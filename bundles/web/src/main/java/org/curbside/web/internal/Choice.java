package org.curbside.web.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.curbside.spi.poll.Field;
import org.jspecify.annotations.Nullable;

/**
 * One of several things to choose from.
 *
 * @param value what is sent
 * @param label what everyone reads
 * @param said what is said after it to those who do not see where it stands, or null
 */
public record Choice(String value, String label, @Nullable String said) {

    private static final int MOST_AT_ONCE = 10;

    /** The options of a ballot's field. */
    public static List<Choice> of(Field.SingleChoice field) {
        return field.options().stream()
                .map(option -> new Choice(option.value(), option.label(), null))
                .toList();
    }

    /** Whether a ballot has more options than can be looked over at once, so that lists serve better than buttons. */
    public static boolean many(List<Field> ballot) {
        return ballot.stream()
                        .mapToInt(field -> field instanceof Field.SingleChoice choice
                                ? choice.options().size()
                                : 0)
                        .sum()
                > MOST_AT_ONCE;
    }

    /** The steps of a scale, of which only the ends have names. */
    public static List<Choice> of(Field.Scale scale) {
        return IntStream.rangeClosed(scale.from(), scale.to())
                .mapToObj(step -> new Choice("" + step, "" + step, name(scale, step)))
                .toList();
    }

    /** What the ends of a scale are called. */
    public static String ends(Field.Scale scale) {
        return scale.from() + " is “" + scale.fromLabel() + "”, " + scale.to() + " is “" + scale.toLabel() + "”.";
    }

    private static String name(Field.Scale scale, int step) {
        if (step == scale.from()) {
            return scale.fromLabel();
        }
        return step == scale.to() ? scale.toLabel() : "between the ends";
    }
}
