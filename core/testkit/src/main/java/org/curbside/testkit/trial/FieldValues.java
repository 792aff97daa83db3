package org.curbside.testkit.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.curbside.spi.poll.Field;

/** What may be submitted for a field, by a browser that keeps to it and by one that does not. */
public final class FieldValues {

    private static final int FEW = 100;
    private static final List<String> NUMBERS_TO_SOME = List.of("NaN", "Infinity", "-Infinity", "0x1p3", "1e400", ".");

    private static final String SENTENCE = "Because it has worked before.";

    private FieldValues() {}

    /** Values that the field as it is drawn rules out. */
    public static List<String> outside(Field field) {
        List<String> tried = new ArrayList<>(Hostile.TEXTS);
        tried.addAll(NUMBERS_TO_SOME);
        tried.add("no such option");
        if (field instanceof Field.Scale scale) {
            tried.addAll(List.of("" + (scale.from() - 1L), "" + (scale.to() + 1L), scale.from() + ".5", ""));
        } else if (field instanceof Field.Quantity quantity) {
            tried.add(decimal(quantity.min()).subtract(BigDecimal.ONE).toPlainString());
            tried.add(decimal(quantity.max()).add(BigDecimal.ONE).toPlainString());
        } else if (field instanceof Field.Text text) {
            tried.add("x".repeat(text.maxLength() + 1));
        } else {
            tried.add("");
        }
        return tried.stream().filter(value -> !admits(field, value)).toList();
    }

    /** All values of a field that has few; of a scale no more than the first hundred steps and the last. */
    public static List<String> inside(Field field) {
        if (field instanceof Field.SingleChoice choice) {
            return choice.options().stream().map(Field.Option::value).toList();
        }
        if (field instanceof Field.Scale scale) {
            return LongStream.concat(LongStream.range(scale.from(), scale.to()).limit(FEW), LongStream.of(scale.to()))
                    .mapToObj(String::valueOf)
                    .toList();
        }
        return List.of();
    }

    /** Some values that a browser could submit for the field; never none, if the field can be answered. */
    public static List<String> some(Field field) {
        if (field instanceof Field.Quantity quantity) {
            return List.of(
                    decimal(quantity.min()).toPlainString(),
                    decimal(quantity.max()).toPlainString());
        }
        if (field instanceof Field.Text text) {
            return List.of(SENTENCE.substring(0, Math.min(text.maxLength(), SENTENCE.length())));
        }
        return inside(field);
    }

    /** The same value, written so that some parsers take it for the same and others do not. */
    public static List<String> rewritten(Field field, String value) {
        if (field instanceof Field.Text) {
            return List.of();
        }
        String eastern = value.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '\u0660' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Stream.of(" " + value, value + " ", "+" + value, "0" + value, value + ".0", value + "d", eastern)
                .filter(other -> !other.equals(value) && !inside(field).contains(other))
                .toList();
    }

    private static boolean admits(Field field, String value) {
        if (field instanceof Field.Text text) {
            return value.length() <= text.maxLength();
        }
        if (field instanceof Field.Quantity quantity) {
            return value.matches("-?\\d{1,9}(\\.\\d{1,9})?(e\\d)?")
                    && new BigDecimal(value).compareTo(decimal(quantity.min())) >= 0
                    && new BigDecimal(value).compareTo(decimal(quantity.max())) <= 0;
        }
        if (field instanceof Field.Scale scale) {
            return value.matches("-?\\d{1,9}")
                    && Integer.parseInt(value) >= scale.from()
                    && Integer.parseInt(value) <= scale.to();
        }
        return inside(field).contains(value);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
