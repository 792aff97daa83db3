package org.curbside.console.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.delivery.MailOffice;
import org.curbside.api.delivery.MailOffice.Counts;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:mail-test [ADDRESS]}: whether mails arrive, and how many went out. */
@Service
@Command(
        scope = "curbside",
        name = "mail-test",
        description =
                "Sends a mail to an address and says what the mail server answered; shows how many digests and pushes went"
                        + " out since the start")
@NullUnmarked
public final class MailTestCommand implements Action {

    @Argument(name = "address", description = "Where the mail goes; without it, none is sent")
    private String address;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        String said = address == null ? null : Answer.of(context, MailOffice.class, office -> office.test(address));
        Counts counts = Answer.of(context, MailOffice.class, MailOffice::counts);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("said", said);
            answer.put("counts", counts);
            Answer.json(session, answer);
            return null;
        }
        if (said != null) {
            session.getConsole().println("The mail server has taken it: " + said);
        }
        session.getConsole()
                .println("Digests since the start: " + counts.sent() + " sent, " + counts.delayed() + " put off, "
                        + counts.refused() + " refused by the address's server; " + counts.waiting() + " are due.");
        session.getConsole()
                .println("Pushes since the start: " + counts.pushed() + " taken, " + counts.notPushed() + " failed.");
        return null;
    }
}
