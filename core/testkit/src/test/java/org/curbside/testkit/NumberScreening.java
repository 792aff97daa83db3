package org.curbside.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.screening.ScreeningId;

/** Right: numbers of records, and days. Faults are planted in its children. */
@ScreeningId(id = "number")
class NumberScreening implements Screening {

    static final Pattern RECORD = Pattern.compile("\\bPatient ID [0-9]{4,10}\\b");
    static final Pattern DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

    @Override
    public List<Concern> screen(String text) {
        Matcher record = RECORD.matcher(text);
        Matcher day = DAY.matcher(text);
        boolean isRecord = record.find();
        boolean isDay = day.find();
        List<Concern> concerns = new ArrayList<>();
        while (isRecord || isDay) {
            if (isRecord && (!isDay || record.start() < day.start())) {
                concerns.add(record(record.start(), record.end(), text));
                isRecord = record.find();
            } else {
                concerns.add(day(day.start(), day.end()));
                isDay = day.find();
            }
        }
        return concerns;
    }

    Concern record(int start, int end, String text) {
        return new Concern(start, end, "record-number", Concern.Severity.BLOCK, "Leave the number of the record out.");
    }

    Concern day(int start, int end) {
        return new Concern(start, end, "day", Concern.Severity.CONFIRM, "Could somebody be recognised by the day?");
    }
}
