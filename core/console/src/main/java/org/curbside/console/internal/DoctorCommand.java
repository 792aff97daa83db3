package org.curbside.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:doctor}: what is wrong anywhere, and what to do. Fails when something is. */
@Service
@Command(
        scope = "curbside",
        name = "doctor",
        description =
                "Looks at every bundle, component and add-on, the databases, the audit, the disk, the clock and the"
                        + " certificates, and says what to do about what is wrong. Warnings alone do not make it fail.")
@NullUnmarked
public final class DoctorCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    private final Clock clock;

    /** As the shell makes it. */
    public DoctorCommand() {
        this(Clock.systemUTC());
    }

    DoctorCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Object execute() throws JsonProcessingException {
        Path data = Path.of(System.getProperty("karaf.data", "data"));
        List<Complaint> complaints = new Doctor(context, data, clock).complaints();
        long wrong = complaints.stream().filter(Complaint::wrong).count();
        if (json) {
            Answer.json(session, Map.of("healthy", wrong == 0, "complaints", complaints));
        } else {
            print(complaints);
        }
        if (wrong > 0) {
            throw new IllegalStateException(Answer.count((int) wrong, "thing") + " to set right");
        }
        return null;
    }

    private void print(List<Complaint> complaints) {
        complaints.forEach(complaint -> session.getConsole()
                .printf(
                        "%s %s: %s%n        %s%n",
                        complaint.wrong() ? "WRONG  " : "WARNING",
                        complaint.about(),
                        complaint.sentence(),
                        complaint.advice()));
        if (complaints.stream().noneMatch(Complaint::wrong)) {
            session.getConsole().println(complaints.isEmpty() ? "Everything works." : "Everything works otherwise.");
        }
    }
}
