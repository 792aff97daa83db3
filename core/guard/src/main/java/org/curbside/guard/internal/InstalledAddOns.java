package org.curbside.guard.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOn.State;
import org.curbside.api.guard.AddOns;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads the add-ons from the framework at every question, so that what it says is what is. */
@Component
public final class InstalledAddOns implements AddOns {

    private static final String STOPPED = "It is not started. Start it with bundle:start.";
    private static final String IDLE =
            "It is started, but offers nothing: its component is missing or lacks something it"
                    + " refers to. scr:info says which.";

    private final BundleContext context;
    private final Lacks lacks;

    /** For the framework that {@code context} is in. */
    @Activate
    public InstalledAddOns(BundleContext context) {
        this.context = context;
        this.lacks = new Lacks(context);
    }

    @Override
    public List<AddOn> installed() {
        return Stream.of(context.getBundles())
                .filter(House::isAddOn)
                .map(this::describe)
                .sorted(Comparator.comparing(AddOn::name).thenComparing(AddOn::version))
                .toList();
    }

    private AddOn describe(Bundle bundle) {
        List<String> offers = offers(bundle);
        State state = state(bundle, offers);
        return new AddOn(bundle.getSymbolicName(), "" + bundle.getVersion(), state, offers, problem(bundle, state));
    }

    private static State state(Bundle bundle, List<String> offers) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> offers.isEmpty() ? State.IDLE : State.WORKING;
            case Bundle.INSTALLED -> State.UNRESOLVED;
            default -> State.STOPPED;
        };
    }

    private Optional<String> problem(Bundle bundle, State state) {
        return switch (state) {
            case WORKING -> Optional.empty();
            case IDLE -> Optional.of(IDLE);
            case STOPPED -> Optional.of(STOPPED);
            case UNRESOLVED -> Optional.of(lacks.sentenceOn(bundle));
        };
    }

    private static List<String> offers(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null
                ? List.of()
                : Stream.of(services)
                        .map(service -> (String[]) service.getProperty(Constants.OBJECTCLASS))
                        .flatMap(interfaces -> House.extensionPoints(Arrays.asList(interfaces)).stream())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
