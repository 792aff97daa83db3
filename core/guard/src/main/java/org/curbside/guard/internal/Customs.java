package org.curbside.guard.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.features.DeploymentEvent;
import org.apache.karaf.features.DeploymentListener;
import org.apache.karaf.features.FeaturesService;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.guard.Verdict;
import org.curbside.api.polling.StoredAnswers;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.audit.Subject;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks admission about every add-on that is installed or updated, however it came, before it can be resolved. Whoever
 * installs it waits for the answer. What comes with a feature is examined when all of the feature's bundles are there, since
 * one may need another. What was refused has another chance when a feature has come, and when the polls have: while they are
 * away, nobody knows whether a poll type can read what is stored.
 */
@Component(
        immediate = true,
        service = {})
public final class Customs implements SynchronousBundleListener, DeploymentListener {

    private static final Logger LOG = LoggerFactory.getLogger("org.curbside.addon");
    private static final long REFRESH_SECONDS = 20;

    private final BundleContext context;
    private final Admission admission;
    private final Passports passports;
    private final Clearance clearance;
    private final FeaturesService features;
    private final Depot depot;
    private final AuditTrail audit;
    private final Shipped shipped;
    private final ServiceTracker<StoredAnswers, StoredAnswers> polls;
    private final ExecutorService again = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "curbside-customs");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Thread deploying;

    /** Examines what has come before. Takes back what was resolved before {@code wall} was there and may not run. */
    @Activate
    public Customs(
            BundleContext context,
            @Reference Admission admission,
            @Reference Passports passports,
            @Reference Clearance clearance,
            @Reference PackageWall wall,
            @Reference Depot depot,
            @Reference AuditTrail audit,
            @Reference FeaturesService features) {
        this.context = context;
        this.admission = admission;
        this.passports = passports;
        this.clearance = clearance;
        this.depot = depot;
        this.audit = audit;
        this.features = features;
        this.shipped = Shipped.in(context);
        context.addBundleListener(this);
        House.addOns(context).filter(addOn -> !passports.examined(addOn)).forEach(addOn -> examine(addOn, Act.INSTALL));
        unresolve(House.addOns(context).filter(addOn -> !clearance.given(addOn)).toList());
        features.registerListener(this);
        polls = new ServiceTracker<>(context, StoredAnswers.class, null) {
            @Override
            public StoredAnswers addingService(ServiceReference<StoredAnswers> reference) {
                again.execute(Customs.this::askAgain);
                return super.addingService(reference);
            }
        };
        polls.open();
    }

    @Deactivate
    void close() {
        polls.close();
        again.shutdownNow();
        features.unregisterListener(this);
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        boolean came = event.getType() == BundleEvent.INSTALLED || event.getType() == BundleEvent.UPDATED;
        if (event.getType() == BundleEvent.UNINSTALLED) {
            passports.forget(bundle);
        } else if (came && House.isOwn(bundle)) {
            identify(bundle);
        } else if (event.getType() == BundleEvent.INSTALLED && House.isAddOn(bundle)) {
            arrived(bundle, Act.INSTALL);
        } else if (event.getType() == BundleEvent.UPDATED && House.isAddOn(bundle)) {
            arrived(bundle, Act.UPDATE);
        }
    }

    /** The walls know the house by name; so nobody gets in by bearing one of its names. */
    private void identify(Bundle part) {
        if (shipped.has(part.getLocation())) {
            return;
        }
        String sentence = part.getSymbolicName()
                + " is a part of Curbside itself, and this one did not come with it: " + part.getLocation()
                + " is not in system/. Give the add-on another name.";
        passports.issue(part, Optional.of(sentence));
        audit.add(AuditEntry.ITSELF, Act.INSTALL, Subject.of(part), false, Optional.of(sentence));
        LOG.warn("{} {} stays unresolved: {}", part.getSymbolicName(), part.getVersion(), sentence);
    }

    private void arrived(Bundle addOn, Act how) {
        if (Thread.currentThread().equals(deploying)) {
            return;
        }
        examine(addOn, how);
        if (how == Act.UPDATE && clearance.refusal(addOn).isPresent()) {
            depot.putBack(addOn);
        }
    }

    /** Once all is there, also those have another chance that lacked something. */
    @Override
    public void deploymentEvent(DeploymentEvent event) {
        deploying = event == DeploymentEvent.DEPLOYMENT_STARTED ? Thread.currentThread() : null;
        if (event == DeploymentEvent.BUNDLES_INSTALLED) {
            askAgain();
        }
    }

    private void askAgain() {
        House.addOns(context)
                .filter(addOn -> passports.refusal(addOn).isPresent())
                .forEach(addOn -> {
                    examine(addOn, Act.INSTALL);
                    startIfItShould(addOn);
                });
    }

    private void startIfItShould(Bundle addOn) {
        if (clearance.given(addOn) && addOn.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
            try {
                addOn.start();
            } catch (BundleException e) {
                LOG.warn("Add-on {} is not started: {}", addOn.getSymbolicName(), e.getMessage());
            }
        }
    }

    private void examine(Bundle addOn, Act how) {
        try {
            passports.issue(addOn, refusal(addOn, how));
        } catch (RuntimeException | IOException e) {
            LOG.error("Add-on {} was not examined", addOn.getSymbolicName(), e);
            passports.issue(
                    addOn, Optional.of("It could not be examined, as the log says. Install it again to try again."));
        }
    }

    private Optional<String> refusal(Bundle addOn, Act how) throws IOException {
        Optional<Path> archive = Archive.of(addOn);
        if (archive.isEmpty()) {
            return Optional.of("It is used in place, where its bytes may change. Install it from a jar.");
        }
        Path jar = archive.get();
        if (shipped.contains(addOn.getLocation(), jar) || passports.isVouchedFor(Archive.sha256(jar))) {
            return Optional.empty();
        }
        Optional<String> refusal = refusal(jar, addOn, how);
        if (refusal.isEmpty()) {
            depot.remember(addOn);
        }
        return refusal;
    }

    private Optional<String> refusal(Path jar, Bundle addOn, Act how) {
        Optional<String> before = passports.refusal(addOn);
        Verdict verdict = admission.check(jar);
        if (!verdict.refusal().equals(before)) {
            audit.add(AuditEntry.ITSELF, how, Subject.of(verdict), verdict.admitted(), verdict.refusal());
            verdict.refusal()
                    .ifPresent(sentence -> LOG.warn(
                            "Add-on {} {} came from {} and is not admitted: {}",
                            addOn.getSymbolicName(),
                            addOn.getVersion(),
                            addOn.getLocation(),
                            sentence));
        }
        return verdict.refusal();
    }

    private void unresolve(Collection<Bundle> addOns) {
        List<Bundle> resolved = addOns.stream()
                .filter(addOn -> addOn.getState() != Bundle.INSTALLED)
                .toList();
        if (resolved.isEmpty()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(resolved, event -> done.countDown());
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} may still run, though not admitted. Restart Curbside.", resolved);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
