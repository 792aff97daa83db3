package org.curbside.console.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.CaseSummary;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.paging.Page;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:reviews}: the claims that wait for a person. */
@Service
@Command(scope = "curbside", name = "reviews", description = "Shows the claims that wait for a decision")
@NullUnmarked
public final class ReviewsCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        List<CaseSummary> reviews = Answer.of(
                context,
                DeskOffice.class,
                office -> Page.every(0, after -> office.cases(CaseState.REVIEW, after, Page.MOST)));
        if (json) {
            Answer.json(session, Map.of("reviews", reviews));
            return null;
        }
        reviews.forEach(review -> session.getConsole()
                .printf(
                        "No. %d since %s: %s, NPI %s%n  %s%n%s%n",
                        review.number(),
                        review.since(),
                        review.claimed(),
                        review.npi(),
                        review.reason(),
                        review.refusalProposed() ? "  A refusal is proposed; see curbside:case.\n" : ""));
        session.getConsole().println(Answer.count(reviews.size(), "claim"));
        return null;
    }
}
