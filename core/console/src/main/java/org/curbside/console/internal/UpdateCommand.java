package org.curbside.console.internal;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.Installer;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:update FILE.jar|NAME}: another version of an add-on that is installed. */
@Service
@Command(
        scope = "curbside",
        name = "update",
        description = "Replaces an installed add-on by another version that admission takes. What is not installed"
                + " stays away; what does not start is taken back. curbside:rollback undoes it.")
@NullUnmarked
public final class UpdateCommand implements Action {

    @Argument(
            name = "jar",
            description =
                    "The whole path of a .jar file, or the name of an add-on that curbside:list shows as available",
            required = true)
    @Completion(Jars.class)
    private String jar;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        Path file = Answer.jar(context, jar);
        if (!json) {
            Answer.trying(session, file);
        }
        AddOn now = Answer.of(context, Installer.class, installer -> installer.update(file, Answer.who(session)));
        if (json) {
            Answer.json(session, now);
        } else {
            session.getConsole().println(Answer.sentence(now));
        }
        return null;
    }
}
