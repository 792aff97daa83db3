package org.curbside.console.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.search.SearchIndex;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:reindex}: makes the search index anew; searches go on in the old one meanwhile. */
@Service
@Command(
        scope = "curbside",
        name = "reindex",
        description = "Makes the search index anew from what is stored; searches go on meanwhile")
@NullUnmarked
public final class ReindexCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        SearchIndex.Progress made = Answer.of(context, SearchIndex.class, index -> index.rebuild(this::progress));
        if (json) {
            Answer.json(session, made);
        } else {
            session.getConsole().printf("The index has %d questions, and serves.%n", made.questions());
        }
        return null;
    }

    private void progress(SearchIndex.Progress progress) {
        if (!json) {
            session.getConsole().printf("%d questions%n", progress.questions());
            session.getConsole().flush();
        }
    }
}
