package org.curbside.web.internal;

import java.nio.file.Path;
import org.curbside.api.guard.Plan;

/** What a job came to. */
sealed interface Outcome {

    /** A plan, which can be carried out. */
    record Planned(Plan plan, Path jar) implements Outcome {}

    /** It was done. */
    record Done(String sentence) implements Outcome {}

    /** It was not done; the sentence says why. */
    record NotDone(String sentence) implements Outcome {}
}
