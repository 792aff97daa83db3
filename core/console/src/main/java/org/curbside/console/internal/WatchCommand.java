package org.curbside.console.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.Installer;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/** {@code curbside:watch PATH}: whoever writes an add-on sees each build of it here as soon as Maven is done. */
@Service
@Command(
        scope = "curbside",
        name = "watch",
        description = "Installs each new build of an add-on as curbside:install would, and says what became of it;"
                + " Ctrl-C ends it")
@NullUnmarked
public final class WatchCommand implements Action {

    private static final long BETWEEN_LOOKS_MILLIS = 250;

    @Argument(
            name = "path",
            description = "The add-on's jar or the folder that Maven builds it in, by its whole path",
            required = true)
    @Completion(FileCompleter.class)
    private String path;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    private final Clock clock;

    /** As the shell makes it. */
    public WatchCommand() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    WatchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Object execute() throws IOException {
        Path watched = Answer.whole(path);
        FinishedBuilds builds = new FinishedBuilds(watched);
        say(
                Files.exists(watched)
                        ? "Watching " + watched + "; Ctrl-C ends it."
                        : "There is no " + watched + " yet. Waiting for it; Ctrl-C ends that.");
        try {
            while (!isLeft()) {
                for (Path jar : builds.look()) {
                    install(jar, builds);
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void install(Path jar, FinishedBuilds builds) throws IOException {
        try {
            AddOn now = Answer.of(context, Installer.class, installer -> installer.install(jar, Answer.who(session)));
            say(time() + " " + Answer.sentence(now));
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (!builds.hasChanged(jar)) {
                say(time() + " " + jar.getFileName() + " is not installed: " + e.getMessage());
            }
        }
    }

    /** So that one build is told from the next. */
    private String time() {
        return LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    private void say(String line) {
        session.getConsole().println(line);
        session.getConsole().flush();
    }

    /** Whether nobody reads any more, as when the terminal was closed. */
    private boolean isLeft() {
        return session.getConsole().checkError();
    }
}
