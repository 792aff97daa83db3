package org.curbside.guard.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.Dependents;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Plan;
import org.curbside.api.guard.Planner;
import org.curbside.api.guard.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Puts together what admission, the installed add-ons and the slices say. */
@Component
public final class InstallationPlanner implements Planner {

    private final Admission admission;
    private final AddOns addOns;

    private final List<Dependents> slices = new CopyOnWriteArrayList<>();

    /** As the platform runs it. */
    @Activate
    public InstallationPlanner(@Reference Admission admission, @Reference AddOns addOns) {
        this.admission = admission;
        this.addOns = addOns;
    }

    /** A slice has come that keeps what refers to add-ons. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDependents(Dependents slice) {
        slices.add(slice);
    }

    /** It is replaced. */
    public void removeDependents(Dependents slice) {
        slices.remove(slice);
    }

    @Override
    public Plan plan(Path jar) {
        Verdict verdict = admission.check(jar);
        Optional<AddOn> running = addOns.installed().stream()
                .filter(addOn -> verdict.name().filter(addOn.name()::equals).isPresent())
                .findFirst();
        return new Plan(
                verdict,
                running.map(AddOn::version),
                verdict.offers().stream().flatMap(offer -> uses(offer).stream()).toList(),
                running.isPresent()
                        ? verdict.offers().stream()
                                .map(InstallationPlanner::meanwhile)
                                .toList()
                        : List.of(),
                verdict.admitted() ? back(verdict, running) : List.of());
    }

    private List<String> uses(Offer offer) {
        return slices.stream()
                .flatMap(slice -> slice.on(offer.extensionPoint(), offer.id()).stream())
                .toList();
    }

    private static String meanwhile(Offer offer) {
        return switch (offer.extensionPoint()) {
            case "poll.PollType" -> "Ballots of \"" + offer.id()
                    + "\" wait a moment, or are answered 503 with Retry-After;" + " its polls stay readable.";
            case "export.ExportFormat" -> "Downloads as \"" + offer.id()
                    + "\" wait a moment, or are answered 503 with Retry-After.";
            case "screening.Screening" -> "Posts and reports wait a moment, or are answered 503 with Retry-After: nothing is"
                    + " stored unscreened.";
            case "specialty.SpecialtyCatalogue" -> "Nothing: its specialties are kept.";
            default -> "New claims wait a moment, or are answered 503 with Retry-After; claims that are open stay so.";
        };
    }

    private static List<String> back(Verdict verdict, Optional<AddOn> running) {
        String name = verdict.name().orElseThrow();
        if (running.isEmpty()) {
            return List.of("curbside:uninstall " + name + " takes it away again; what was stored with it stays.");
        }
        if (verdict.version().filter(running.get().version()::equals).isPresent()) {
            return List.of("It is the version that runs. If this is another build of it, curbside:rollback " + name
                    + " brings the one that runs now back within seconds.");
        }
        List<String> back = new ArrayList<>();
        back.add("curbside:rollback " + name + " brings " + running.get().version() + " back within seconds.");
        verdict.offers().stream()
                .filter(offer -> offer.schema().isPresent())
                .map(offer -> "But it stores answers of \"" + offer.id() + "\" in version "
                        + offer.schema().getAsInt() + ": once there is one, "
                        + running.get().version()
                        + " comes back only if it can read that version.")
                .forEach(back::add);
        return back;
    }
}
