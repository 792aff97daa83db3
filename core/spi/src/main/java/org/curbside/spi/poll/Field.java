package org.curbside.spi.poll;

import java.util.List;

/** One thing a ballot asks; the platform draws it, and submits its values under its name. */
public sealed interface Field {

    /** Unique on its ballot: a lower-case letter, then lower-case letters, digits and underscores. */
    String name();

    /** What the member reads beside the field. */
    String label();

    /** Exactly one of the options; submits the option's value. */
    record SingleChoice(String name, String label, List<Option> options) implements Field {

        public SingleChoice {
            options = List.copyOf(options);
        }
    }

    /** A whole step between two named ends, both included; submits the step in decimal digits. */
    record Scale(String name, String label, int from, int to, String fromLabel, String toLabel) implements Field {}

    /** A decimal number between two bounds, both included; the unit may be empty. */
    record Quantity(String name, String label, double min, double max, String unit) implements Field {}

    /** Free text, at most so many UTF-16 units. */
    record Text(String name, String label, int maxLength) implements Field {}

    /** What is submitted, and what the member reads. */
    record Option(String value, String label) {}
}
