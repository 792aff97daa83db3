package org.curbside.testkit.canary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curbside.spi.poll.Field;
import org.curbside.testkit.trial.FieldValues;

/** Ballots made from nothing but their fields. Each field in turn is one value ahead of the last, as a ranking needs it. */
final class SampleBallots {

    private static final int MOST = 12;

    private SampleBallots() {}

    static Set<Map<String, List<String>>> of(List<Field> ballot) {
        Set<Map<String, List<String>>> ballots = new LinkedHashSet<>();
        for (int turn = 0; turn < MOST; turn++) {
            ballots.add(turned(ballot, turn, 1));
            ballots.add(turned(ballot, turn, 0));
        }
        return ballots;
    }

    private static Map<String, List<String>> turned(List<Field> ballot, int turn, int ahead) {
        Map<String, List<String>> submitted = new LinkedHashMap<>();
        int at = turn;
        for (Field field : ballot) {
            List<String> values = FieldValues.some(field);
            submitted.put(field.name(), List.of(values.get(at % values.size())));
            at += ahead;
        }
        return submitted;
    }
}
