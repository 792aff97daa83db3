package org.curbside.console.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.paging.Page;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:documents}: the cases with a picture of a document that waits for operators. */
@Service
@Command(scope = "curbside", name = "documents", description = "Shows the cases whose document waits for operators")
@NullUnmarked
public final class DocumentsCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        List<CaseSummary> cases = Answer.of(
                context, DeskOffice.class, office -> Page.every(0, after -> office.documents(after, Page.MOST)));
        if (json) {
            Answer.json(session, Map.of("documents", cases));
            return null;
        }
        cases.forEach(found ->
                session.getConsole().printf("No. %d: %s, NPI %s%n", found.number(), found.claimed(), found.npi()));
        session.getConsole().println(Answer.count(cases.size(), "document"));
        return null;
    }
}
