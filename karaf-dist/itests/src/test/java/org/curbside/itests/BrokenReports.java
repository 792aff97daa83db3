package org.curbside.itests;

import java.util.List;
import org.curbside.api.membership.Member;
import org.curbside.api.safety.NewReport;
import org.curbside.api.safety.Reports;
import org.curbside.api.safety.Signal;

/** A slice that has a fault, and says more about it than anyone outside should hear. */
final class BrokenReports implements Reports {

    static final String INSIDE = "a table that nobody should hear of";

    @Override
    public void report(Member reporter, NewReport report) {
        throw new IllegalStateException(INSIDE);
    }

    @Override
    public List<Signal> signals() {
        throw new IllegalStateException(INSIDE);
    }
}
