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
import org.curbside.api.membership.Ban;
import org.curbside.api.membership.Bans;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:ban [PSEUDONYM REASON]}: shuts a member out at once; shows every ban. */
@Service
@Command(
        scope = "curbside",
        name = "ban",
        description = "Shuts a member out at once; shows every ban, with who, why and on which day")
@NullUnmarked
public final class BanCommand implements Action {

    @Argument(name = "pseudonym", description = "The member's pseudonym; without it, nothing changes")
    private String pseudonym;

    @Argument(index = 1, name = "reason", description = "The member reads it when they come")
    private String reason;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        List<Ban> bans = Answer.of(context, Bans.class, all -> {
            if (pseudonym != null) {
                all.ban(Answer.who(session), pseudonym, reason);
            }
            return all.bans();
        });
        if (json) {
            Answer.json(session, Map.of("bans", bans));
        } else {
            bans.stream().map(BanCommand::sentence).forEach(session.getConsole()::println);
            int holding = (int) bans.stream().filter(Ban::holds).count();
            session.getConsole().println(Answer.count(holding, "member") + " banned");
        }
        return null;
    }

    private static String sentence(Ban ban) {
        String said = ban.pseudonym() + ", " + ban.since() + ", by " + ban.operator() + ": " + ban.reason();
        return ban.lifted()
                .map(lifting ->
                        said + " Lifted " + lifting.day() + " by " + lifting.operator() + ": " + lifting.reason())
                .orElse(said);
    }
}
