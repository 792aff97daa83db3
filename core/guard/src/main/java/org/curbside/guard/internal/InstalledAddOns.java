package org.curbside.guard.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOn.State;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.audit.Subject;
import org.curbside.guard.internal.calls.Extensions;
import org.curbside.guard.internal.calls.Place;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the add-ons from the framework at every question, so that what it says is what is. */
@Component
public final class InstalledAddOns implements AddOns {

    private static final String STOPPED = "It is not started. Start it with bundle:start.";
    private static final String SAFE_MODE =
            "Curbside was started in safe mode, in which no add-on runs. Restart it without --safe-mode.";
    private static final String IDLE =
            "It is started, but offers nothing: its component is missing, waits to be configured, or lacks something it"
                    + " refers to. scr:info says which.";

    private final BundleContext context;
    private final Extensions extensions;
    private final Warden warden;
    private final Clearance clearance;
    private final AuditTrail audit;
    private final Lacks lacks;
    private final Kept kept;

    /** For the framework that {@code context} is in. */
    @Activate
    public InstalledAddOns(
            BundleContext context,
            @Reference Extensions extensions,
            @Reference Warden warden,
            @Reference Clearance clearance,
            @Reference AuditTrail audit) {
        this.context = context;
        this.extensions = extensions;
        this.warden = warden;
        this.clearance = clearance;
        this.audit = audit;
        this.lacks = new Lacks(context);
        this.kept = Kept.in(context);
    }

    @Override
    public List<AddOn> installed() {
        return clearance
                .addOns(context)
                .map(this::describe)
                .sorted(Comparator.comparing(AddOn::name).thenComparing(AddOn::version))
                .toList();
    }

    @Override
    public void quarantine(String name, @Nullable String reason, String who) {
        Subject subject = subject(name);
        String why = audit.failures(who, Act.QUARANTINE, subject, () -> given(reason));
        Bundle bundle = audit.failures(who, Act.QUARANTINE, subject, () -> addOn(name));
        warden.hold(bundle, why, who);
    }

    private static String given(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason-missing", "reason", "Say why, for the operators who come after you.");
        }
        return reason.strip();
    }

    private Subject subject(String name) {
        return find(name).map(Subject::of).orElseGet(() -> Subject.named(name));
    }

    @Override
    public void release(String name, String who) {
        audit.of(who, Act.RELEASE, subject(name), () -> {
            release(addOn(name));
            return name;
        });
    }

    private void release(Bundle bundle) {
        if (clearance.quarantined(bundle).isEmpty()) {
            throw Refusal.conflict("not-in-quarantine", "This version of the add-on is not in quarantine.");
        }
        try {
            warden.release(bundle);
        } catch (BundleException e) {
            throw Refusal.conflict(
                    "does-not-start", "It is out of quarantine, but does not start. " + lacks.sentenceOn(bundle));
        }
    }

    private Bundle addOn(String name) {
        return find(name)
                .orElseThrow(() -> Refusal.notFound(
                        "no-such-add-on",
                        "No add-on with this name is installed; curbside:status names those that are."));
    }

    private Optional<Bundle> find(String name) {
        return clearance
                .addOns(context)
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst();
    }

    private AddOn describe(Bundle bundle) {
        List<String> offers = offers(bundle);
        State state = state(bundle, offers);
        return new AddOn(
                bundle.getSymbolicName(),
                "" + bundle.getVersion(),
                kept.versionBefore(bundle.getSymbolicName()),
                state,
                offers,
                extensions.calls(bundle),
                problem(bundle, state));
    }

    private State state(Bundle bundle, List<String> offers) {
        if (clearance.quarantined(bundle).isPresent()) {
            return State.QUARANTINED;
        }
        if (clearance.refusal(bundle).isPresent()) {
            return State.REFUSED;
        }
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> offers.isEmpty() ? State.IDLE : called(bundle);
            case Bundle.INSTALLED -> clearance.isSafeMode() ? State.STOPPED : State.UNRESOLVED;
            default -> State.STOPPED;
        };
    }

    private State called(Bundle bundle) {
        return extensions.failing(bundle).isPresent() ? State.FAILING : State.WORKING;
    }

    /** Threads that a version before has left are no problem of the one that works. */
    private Optional<String> problem(Bundle bundle, State state) {
        Optional<String> problem = why(bundle, state);
        return state == State.WORKING || extensions.left(bundle).isEmpty()
                ? problem
                : Optional.of(Stream.of(problem, extensions.left(bundle))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")));
    }

    private Optional<String> why(Bundle bundle, State state) {
        return switch (state) {
            case WORKING -> Optional.empty();
            case QUARANTINED -> clearance.quarantined(bundle);
            case REFUSED -> clearance.refusal(bundle);
            case FAILING -> extensions.failing(bundle);
            case IDLE -> Optional.of(IDLE);
            case STOPPED -> Optional.of(clearance.isSafeMode() ? SAFE_MODE : STOPPED);
            case UNRESOLVED -> Optional.of(lacks.sentenceOn(bundle));
        };
    }

    /** With the id that stored things refer to, where there is one. */
    private static Stream<String> offers(ServiceReference<?> service) {
        String id = Place.of(service).map(place -> " \"" + place.id() + "\"").orElse("");
        String[] interfaces = (String[]) service.getProperty(Constants.OBJECTCLASS);
        return House.extensionPoints(List.of(interfaces)).stream().map(point -> point + id);
    }

    private static List<String> offers(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null
                ? List.of()
                : Stream.of(services)
                        .flatMap(InstalledAddOns::offers)
                        .distinct()
                        .sorted()
                        .toList();
    }
}
