package org.curbside.console.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Moderators;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:moderator [NAME]}: makes a moderator of a member, or no longer; shows who is one. */
@Service
@Command(
        scope = "curbside",
        name = "moderator",
        description = "Makes a moderator of a member, or with --remove no longer; shows who is one")
@NullUnmarked
public final class ModeratorCommand implements Action {

    @Argument(name = "name", description = "The member's pseudonym; without it, nothing changes")
    private String name;

    @Option(name = "--remove", description = "Makes the moderator a member like others")
    private boolean remove;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (remove && name == null) {
            throw new IllegalArgumentException("Say who is to be a moderator no longer.");
        }
        List<String> names = Answer.of(context, Moderators.class, moderators -> {
            if (name != null) {
                change(moderators);
            }
            return moderators.moderators().stream().map(Member::name).toList();
        });
        if (json) {
            Answer.json(session, Map.of("moderators", names));
        } else {
            names.forEach(session.getConsole()::println);
            session.getConsole().println(Answer.count(names.size(), "moderator"));
        }
        return null;
    }

    private void change(Moderators moderators) {
        if (remove) {
            moderators.dismiss(name);
        } else {
            moderators.appoint(name);
        }
    }
}
