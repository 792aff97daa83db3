package org.curbside.console.internal;

import java.security.SecureRandom;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.membership.Accounts;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:client-add NAME CLIENT}: opens an account for a client's analyst and prints its password once. */
@Service
@Command(
        scope = "curbside",
        name = "client-add",
        description = "Opens an account for an analyst of a client and prints its password once")
@NullUnmarked
public final class ClientAddCommand implements Action {

    @Argument(name = "name", description = "What the account is called", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "client",
            description = "The client's short name, such as county-health",
            required = true)
    private String client;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    private final SecureRandom random;

    /** As the shell makes it. */
    public ClientAddCommand() {
        this(new SecureRandom());
    }

    ClientAddCommand(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Object execute() throws Exception {
        String password = FreshPassword.make(random);
        Answer.of(context, Accounts.class, accounts -> accounts.addAnalyst(name, password, client));
        SignInCard card = new SignInCard(name, password);
        if (json) {
            Answer.json(session, card);
        } else {
            session.getConsole().println(card.sentence());
        }
        return null;
    }
}
