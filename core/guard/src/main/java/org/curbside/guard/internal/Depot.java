package org.curbside.guard.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.guard.Installer;
import org.curbside.api.guard.Verdict;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.audit.Subject;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps, for every add-on that came through admission, the jar that runs and the one before it. */
@Component(service = {Installer.class, Depot.class})
public final class Depot implements Installer {

    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.addon");

    /** So that the guard is there when the platform starts anew. */
    private static final int AFTER_THE_HOUSE = 85;

    private final BundleContext context;
    private final Admission admission;
    private final AddOns addOns;
    private final Warden warden;
    private final Clearance clearance;
    private final Passports passports;
    private final AuditTrail audit;
    private final Kept kept;

    /** In the guard's own data. */
    @Activate
    public Depot(
            BundleContext context,
            @Reference Admission admission,
            @Reference AddOns addOns,
            @Reference Warden warden,
            @Reference Clearance clearance,
            @Reference Passports passports,
            @Reference AuditTrail audit) {
        this.context = context;
        this.admission = admission;
        this.addOns = addOns;
        this.warden = warden;
        this.clearance = clearance;
        this.passports = passports;
        this.audit = audit;
        this.kept = Kept.in(context);
        warden.afterHold(this::goBack);
    }

    @Deactivate
    void close() {
        warden.afterHold(bundle -> {});
    }

    @Override
    public AddOn install(Path jar, String who) {
        return install(jar, admission.check(jar), who);
    }

    private synchronized AddOn install(Path jar, Verdict verdict, String who) {
        Act act = verdict.name().flatMap(this::installed).isPresent() ? Act.UPDATE : Act.INSTALL;
        return audit.of(who, act, Subject.of(verdict), () -> install(jar, verdict));
    }

    @Override
    public AddOn update(Path jar, String who) {
        return update(jar, admission.check(jar), who);
    }

    private synchronized AddOn update(Path jar, Verdict verdict, String who) {
        return audit.of(who, Act.UPDATE, Subject.of(verdict), () -> {
            verdict.name().ifPresent(this::bundle);
            return install(jar, verdict);
        });
    }

    /** One that was refused makes room: it never ran, and is nothing to go back to. */
    private AddOn install(Path jar, Verdict verdict) {
        verdict.refusal().ifPresent(sentence -> {
            throw Refusal.invalid("not-admitted", "file", sentence);
        });
        refuseIfItMayNotRun(verdict);
        byte[] bytes = read(jar);
        if (!Archive.sha256(bytes).equals(verdict.sha256())) {
            throw Refusal.conflict("file-changed", "The file has changed since it was checked. Install it again.");
        }
        String name = verdict.name().orElseThrow();
        try {
            Optional<Bundle> present = installed(name);
            if (present.isPresent() && clearance.refusal(present.get()).isPresent()) {
                present.get().uninstall();
                first(name, bytes);
            } else if (present.isPresent()) {
                update(present.get(), bytes);
            } else {
                first(name, bytes);
            }
        } catch (BundleException e) {
            throw Refusal.conflict("does-not-start", "It was not started, and is taken back. " + e.getMessage());
        }
        LOG.info(
                "Add-on {} {} installed, SHA-256 {}, signed by {}",
                name,
                verdict.version().orElse(""),
                verdict.sha256(),
                verdict.signer().orElse("nobody"));
        return described(name);
    }

    private void refuseIfItMayNotRun(Verdict verdict) {
        if (clearance.isSafeMode()) {
            throw Refusal.conflict(
                    "safe-mode", "Curbside runs in safe mode, without any add-on. Restart it without --safe-mode.");
        }
        String version = verdict.version().orElseThrow();
        clearance
                .quarantined(verdict.name().orElseThrow(), Version.parseVersion(version))
                .ifPresent(reason -> {
                    throw Refusal.conflict(
                            "in-quarantine",
                            "Version " + version
                                    + " is in quarantine. Take another, or let it out first. Why it is there: "
                                    + reason);
                });
    }

    private void first(String name, byte... bytes) throws BundleException {
        Bundle bundle =
                vouching(() -> context.installBundle("curbside:" + name, new ByteArrayInputStream(bytes)), bytes);
        int present = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkStartLevel.class)
                .getStartLevel();
        bundle.adapt(BundleStartLevel.class).setStartLevel(Math.min(AFTER_THE_HOUSE, present));
        try {
            bundle.start();
        } catch (BundleException e) {
            bundle.uninstall();
            throw e;
        }
        kept.keep(name, bytes);
    }

    private void update(Bundle bundle, byte... bytes) throws BundleException {
        byte[] before = Archive.of(bundle).map(Depot::read).orElseGet(() -> bytesOf(bundle));
        try {
            replace(bundle, bytes);
        } catch (BundleException e) {
            replace(bundle, before);
            throw e;
        }
        kept.keep(bundle.getSymbolicName(), before, bytes);
    }

    /** Keeps a version that came by another way and was admitted; in a thread of its own. */
    void remember(Bundle bundle) {
        String name = bundle.getSymbolicName();
        Archive.of(bundle).map(Depot::read).ifPresent(bytes -> inAThread("keeping " + name, () -> adopt(name, bytes)));
    }

    private synchronized void adopt(String name, byte... bytes) {
        kept.running(name)
                .map(Depot::read)
                .ifPresentOrElse(before -> kept.keep(name, before, bytes), () -> kept.keep(name, bytes));
    }

    /** An update restarts what was running; what was not is started. */
    private void replace(Bundle bundle, byte... bytes) throws BundleException {
        vouching(
                () -> {
                    bundle.update(new ByteArrayInputStream(bytes));
                    return bundle;
                },
                bytes);
        bundle.start();
    }

    /** So that bytes that were asked about are not asked about again when they come. */
    private Bundle vouching(Coming coming, byte... bytes) throws BundleException {
        String sha256 = Archive.sha256(bytes);
        passports.vouchFor(sha256);
        try {
            return coming.come();
        } finally {
            passports.vouchNoMoreFor(sha256);
        }
    }

    @Override
    public synchronized AddOn rollback(String name, String who) {
        Path before = audit.failures(who, Act.ROLLBACK, Subject.named(name), () -> versionBefore(name));
        Verdict verdict = admission.checkAgain(before);
        return audit.of(who, Act.ROLLBACK, Subject.of(verdict), () -> rollback(bundle(name), before, verdict));
    }

    private Path versionBefore(String name) {
        return kept.before(bundle(name).getSymbolicName())
                .orElseThrow(() ->
                        Refusal.conflict("no-version-before", "No version before this one was kept; install one."));
    }

    private AddOn rollback(Bundle bundle, Path before, Verdict verdict) {
        verdict.refusal().ifPresent(sentence -> {
            throw Refusal.conflict("not-admitted", "The version before does not fit any more. " + sentence);
        });
        refuseIfItMayNotRun(verdict);
        try {
            update(bundle, read(before));
        } catch (BundleException e) {
            throw Refusal.conflict("does-not-start", "The version before does not start any more. " + e.getMessage());
        }
        LOG.info("Add-on {} rolled back to {}", bundle.getSymbolicName(), bundle.getVersion());
        return described(bundle.getSymbolicName());
    }

    /** Called when a version was put into quarantine. */
    private synchronized void goBack(Bundle bundle) {
        if (warden.isHeld(bundle) && kept.before(bundle.getSymbolicName()).isPresent()) {
            try {
                rollback(bundle.getSymbolicName(), AuditEntry.ITSELF);
            } catch (Refusal refusal) {
                LOG.warn("Add-on {} stays away: {}", bundle.getSymbolicName(), refusal.sentence());
            }
        }
    }

    /** Runs again what ran before something that admission refuses was put in its place; in a thread of its own. */
    void putBack(Bundle bundle) {
        inAThread("putting back " + bundle.getSymbolicName(), () -> back(bundle));
    }

    private static void inAThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void back(Bundle bundle) {
        try {
            byte[] before = bytesOf(bundle);
            byte[] refused = read(Archive.of(bundle).orElseThrow());
            if (Arrays.equals(before, refused)) {
                LOG.warn("Add-on {} stays away: the version before was not kept", bundle.getSymbolicName());
            } else {
                replace(bundle, before);
                LOG.info("Add-on {} is back at {}", bundle.getSymbolicName(), bundle.getVersion());
            }
        } catch (Refusal | BundleException e) {
            LOG.warn("Add-on {} stays away: {}", bundle.getSymbolicName(), e.getMessage());
        }
    }

    @Override
    public synchronized void uninstall(String name, String who) {
        Subject subject = installed(name).map(Subject::of).orElseGet(() -> Subject.named(name));
        audit.of(who, Act.UNINSTALL, subject, () -> {
            remove(bundle(name));
            return name;
        });
    }

    private void remove(Bundle bundle) {
        try {
            bundle.uninstall();
            kept.forget(bundle.getSymbolicName());
        } catch (BundleException | IOException e) {
            throw new IllegalStateException("The add-on was not removed", e);
        }
        LOG.info("Add-on {} uninstalled", bundle.getSymbolicName());
    }

    private AddOn described(String name) {
        return addOns.installed().stream()
                .filter(addOn -> addOn.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Bundle> installed(String name) {
        return clearance
                .addOns(context)
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst();
    }

    private Bundle bundle(String name) {
        return installed(name)
                .orElseThrow(() -> Refusal.notFound(
                        "no-such-add-on",
                        "No add-on with this name is installed; curbside:status names those that are."));
    }

    /** From here if it came through here, else from where it came. */
    private byte[] bytesOf(Bundle bundle) {
        Optional<Path> running = kept.running(bundle.getSymbolicName());
        if (running.isPresent()) {
            return read(running.get());
        }
        try (InputStream in = URI.create(bundle.getLocation()).toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.conflict(
                    "version-before-unknown",
                    "The file that it was installed from is gone, so there would be no way back. Uninstall it first.");
        }
    }

    private static byte[] read(Path jar) {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bundle comes, or comes anew. */
    @FunctionalInterface
    private interface Coming {

        Bundle come() throws BundleException;
    }
}
