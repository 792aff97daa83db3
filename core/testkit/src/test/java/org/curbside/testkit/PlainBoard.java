package org.curbside.testkit;

import org.curbside.testkit.standin.Asked;
import org.curbside.testkit.standin.Reply;
import org.curbside.testkit.standin.StandIn;

/** A board's service: a number is answered by a line with a name and a status. */
final class PlainBoard extends StandIn {

    @Override
    protected Reply reply(Asked asked) {
        return switch (asked.value("number")) {
            case "47110" -> line(200, "Ida|Nowak|Licensed");
            case "47111" -> line(200, "Jan|Nowak|On probation");
            default -> line(404, "unknown||");
        };
    }

    private static Reply line(int status, String text) {
        return new Reply(status, "text/plain", text, "");
    }
}
