package org.curbside.console.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.paging.Page;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:letters}: the letters that prove possession of a licence, with their codes. */
@Service
@Command(scope = "curbside", name = "letters", description = "Shows the letters to print, with their codes")
@NullUnmarked
public final class LettersCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        List<Letter> letters = Answer.of(
                context, DeskOffice.class, office -> Page.every(0, after -> office.letters(after, Page.MOST)));
        if (json) {
            Answer.json(session, Map.of("letters", letters));
            return null;
        }
        letters.forEach(letter -> session.getConsole()
                .printf(
                        "No. %d, valid until %s%n  %s%n  Code: %s%n%n",
                        letter.number(), letter.expires(), String.join("\n  ", letter.lines()), letter.code()));
        session.getConsole().println(Answer.count(letters.size(), "letter"));
        return null;
    }
}
