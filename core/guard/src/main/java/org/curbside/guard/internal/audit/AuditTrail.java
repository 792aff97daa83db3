package org.curbside.guard.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.curbside.api.guard.Audit;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.refusal.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The audit, in a file of its own beside the databases, so that it is there when they are not. */
@Component(
        service = {Audit.class, AuditTrail.class},
        configurationPid = "org.curbside.guard")
public final class AuditTrail implements Audit {

    /** The setting in {@code etc/org.curbside.guard.cfg}. */
    public @interface Settings {

        /** The file. */
        String audit() default "data/audit/add-ons.jsonl";
    }

    private static final String FAILED = "It failed; data/log/karaf.log says where.";

    private final AuditFile file;
    private final Clock clock;

    /** Goes on where the file ends. */
    @Activate
    public AuditTrail(Settings settings) throws IOException {
        this(Path.of(settings.audit()), Clock.systemUTC());
    }

    /** Goes on where {@code file} ends. */
    public AuditTrail(Path file, Clock clock) throws IOException {
        this.file = new AuditFile(file);
        this.clock = clock;
    }

    /** Does something and writes down what came of it. */
    public <T> T of(String who, Act act, Subject subject, Supplier<T> work) {
        T done = failures(who, act, subject, work);
        add(who, act, subject, true, Optional.empty());
        return done;
    }

    /** Does something and writes it down if nothing came of it. */
    public <T> T failures(String who, Act act, Subject subject, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            add(who, act, subject, false, Optional.of(refusal.sentence()));
            throw refusal;
        } catch (RuntimeException e) {
            add(who, act, subject, false, Optional.of(FAILED));
            throw e;
        }
    }

    /** Writes down what was done, or was not. */
    public synchronized void add(String who, Act act, Subject subject, boolean done, Optional<String> reason) {
        try {
            List<AuditEntry> before = file.entries();
            Subject known = known(subject, before);
            long number = before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
            file.append(new AuditEntry(
                    number,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    who,
                    act,
                    known.name(),
                    known.version(),
                    known.sha256(),
                    known.signer(),
                    done,
                    reason));
        } catch (IOException e) {
            throw new UncheckedIOException("The audit cannot be written: " + e.getMessage(), e);
        }
    }

    /** With the digest and the signer of the jar that this version last came in, if it came through admission. */
    public synchronized Subject known(Subject subject) {
        try {
            return known(subject, file.entries());
        } catch (IOException e) {
            throw new UncheckedIOException("The audit cannot be read: " + e.getMessage(), e);
        }
    }

    private static Subject known(Subject subject, List<AuditEntry> before) {
        if (subject.sha256().isPresent()) {
            return subject;
        }
        return before.stream()
                .filter(entry -> entry.done() && entry.sha256().isPresent())
                .filter(entry ->
                        entry.addOn().equals(subject.name()) && entry.version().equals(subject.version()))
                .reduce((earlier, later) -> later)
                .map(entry -> new Subject(entry.addOn(), entry.version(), entry.sha256(), entry.signer()))
                .orElse(subject);
    }

    @Override
    public synchronized List<AuditEntry> latest(int limit) {
        try {
            List<AuditEntry> all = file.entries();
            return all.subList(Math.max(0, all.size() - limit), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The audit cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized Optional<String> broken() {
        try {
            return file.broken()
                    .map(line -> "The audit was changed by somebody else: line " + line
                            + " is not as it was written. Compare the file with a backup.");
        } catch (IOException e) {
            return Optional.of("The audit cannot be read: " + e.getMessage() + ".");
        }
    }
}
