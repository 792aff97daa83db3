package org.curbside.console.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.RecheckReport;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:recheck}: looks at every proven licence again. */
@Service
@Command(
        scope = "curbside",
        name = "recheck",
        description = "Looks at every proven licence again, as each load of a registry's file does by itself")
@NullUnmarked
public final class RecheckCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        RecheckReport report = Answer.of(context, DeskOffice.class, DeskOffice::recheck);
        if (json) {
            Answer.json(session, report);
        } else {
            session.getConsole()
                    .printf(
                            "%d looked at: %d lapsed, %d wait for a person, %d active again, %d could not be judged%n",
                            report.cases(), report.lapsed(), report.doubted(), report.restored(), report.skipped());
        }
        return null;
    }
}
