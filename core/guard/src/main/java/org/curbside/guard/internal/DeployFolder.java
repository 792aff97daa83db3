package org.curbside.guard.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.curbside.api.polling.StoredAnswers;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes add-ons that are dropped into {@code deploy/} through admission before anything is installed, so that a version that
 * is refused leaves the one before running. Whoever watches the folder calls it when a file has stopped to change.
 */
@Component(property = "service.ranking:Integer=100")
public final class DeployFolder implements ArtifactInstaller {

    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.addon");
    /** Nobody knows who copied a file. */
    private static final String WHO = "deploy/";

    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 200;

    private final Depot depot;
    private final Slice<StoredAnswers> polls;
    /** By file its digest and the add-on that came from it. */
    private final Notes seen;

    /** Removes those whose file was taken away while nobody looked. */
    @Activate
    public DeployFolder(BundleContext context, @Reference Depot depot) throws IOException {
        this.depot = depot;
        this.polls = new Slice<>(context, StoredAnswers.class);
        this.seen = new Notes(context, "deployed");
        seen.names().stream().map(File::new).filter(file -> !file.exists()).forEach(this::uninstall);
    }

    @Deactivate
    void close() {
        polls.close();
    }

    /** Every jar, so that nothing comes in here without having been examined. */
    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar");
    }

    /** Also called for every file at every start; what has not changed since is left as the operator has it by now. */
    @Override
    public void install(File file) throws InterruptedException, IOException {
        String sha256 = Archive.sha256(file.toPath());
        if (seen.of(file.getPath()).filter(note -> note.startsWith(sha256)).isEmpty()) {
            update(file);
        }
    }

    /** Called when somebody has written to the file, even if it is the same again. */
    @Override
    public void update(File file) throws InterruptedException, IOException {
        awaitPolls();
        try {
            Path jar = file.toPath();
            String sha256 = Archive.sha256(jar);
            seen.put(file.getPath(), sha256 + " " + depot.install(jar, WHO).name());
        } catch (Refusal refusal) {
            LOG.warn("{} is not installed: {}", file.getName(), refusal.sentence());
        }
    }

    /** At the start: while the polls are away, no poll type is admitted. */
    private void awaitPolls() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!polls.present() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** Unless another file has brought another version of it. */
    @Override
    public void uninstall(File file) {
        Optional<String> name = nameFrom(file.getPath());
        seen.remove(file.getPath());
        if (name.isPresent() && seen.names().stream().noneMatch(other -> name.equals(nameFrom(other)))) {
            try {
                depot.uninstall(name.get(), WHO);
            } catch (Refusal gone) {
                LOG.info("{} was uninstalled before its file went", name.get());
            }
        }
    }

    private Optional<String> nameFrom(String file) {
        return seen.of(file).map(note -> note.substring(note.indexOf(' ') + 1));
    }
}
