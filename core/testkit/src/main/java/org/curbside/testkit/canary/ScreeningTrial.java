package org.curbside.testkit.canary;

import java.util.ArrayList;
import java.util.List;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.testkit.trial.Hostile;

/** Whatever a text holds, what is found in it is in it. */
record ScreeningTrial(Screening screening, Calls calls) implements Trial {

    @Override
    public void run(String id) throws Broken {
        List<String> texts = new ArrayList<>(Hostile.TEXTS);
        texts.add("");
        texts.add("Mrs. Jane Doe, born 3/14/1952, of 12 Elm Street, MRN 4471023, called 212-555-0143 on Monday.");
        for (String text : texts) {
            int last = 0;
            for (Concern concern : calls.of("screen", () -> screening.screen(text))) {
                Broken.unless(
                        concern.start() >= last && concern.end() <= text.length(),
                        "It finds something outside of the text, or twice in one place.");
                last = concern.end();
            }
        }
    }
}
