package org.curbside.api.safety;

import java.util.List;
import org.curbside.api.membership.Member;
import org.osgi.annotation.versioning.ProviderType;

/** Suspected adverse reactions. */
@ProviderType
public interface Reports {

    /**
     * Takes a report. A member's second report of the same product and reaction on the same question is refused.
     *
     * @throws org.curbside.api.refusal.Refusal when a field is empty or too long or could identify a patient, there is
     *     no such question, or it was reported before
     */
    void report(Member reporter, NewReport report);

    /** Every reported pair, signals first, then by number of reports. */
    List<Signal> signals();
}
