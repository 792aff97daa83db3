package org.curbside.guard.internal.catalogue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.Catalogue;
import org.curbside.api.guard.Listing;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.admission.Leaflet;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.audit.Subject;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the repositories at every question; a jar is opened once. */
@Component
public final class FeatureCatalogue implements Catalogue {

    /** What an add-on's feature needs. */
    private static final String CORE = "curbside-core";

    private final Supplier<List<String>> locations;
    private final AddOns addOns;
    private final AuditTrail audit;
    private final Shelf shelf;

    /** With its jars in the guard's own data. */
    @Activate
    public FeatureCatalogue(
            BundleContext context,
            @Reference FeaturesService features,
            @Reference AddOns addOns,
            @Reference AuditTrail audit)
            throws IOException {
        this(folder(context), () -> locations(features), addOns, audit);
    }

    FeatureCatalogue(Path folder, Supplier<List<String>> locations, AddOns addOns, AuditTrail audit)
            throws IOException {
        this.locations = locations;
        this.addOns = addOns;
        this.audit = audit;
        shelf = new Shelf(Files.createDirectories(folder));
    }

    private static Path folder(BundleContext context) {
        File kept = Objects.requireNonNull(context.getDataFile("catalogue"), "no place to keep files");
        return kept.toPath();
    }

    @Override
    public List<Listing> listings() {
        Map<String, Leaflet> available = new TreeMap<>();
        newest().forEach((name, stocked) -> available.put(name, stocked.leaflet()));
        Map<String, AddOn> installed = new TreeMap<>();
        addOns.installed().forEach(addOn -> installed.put(addOn.name(), addOn));
        Collection<String> names = new TreeSet<>(available.keySet());
        names.addAll(installed.keySet());
        return names.stream()
                .map(name -> listing(
                        name, Optional.ofNullable(installed.get(name)), Optional.ofNullable(available.get(name))))
                .toList();
    }

    private Listing listing(String name, Optional<AddOn> installed, Optional<Leaflet> available) {
        Optional<Subject> admitted = installed
                .map(addOn -> audit.known(
                        new Subject(name, Optional.of(addOn.version()), Optional.empty(), Optional.empty())))
                .filter(subject -> subject.sha256().isPresent());
        Optional<Leaflet> same = available.filter(
                leaflet -> installed.isEmpty() || installed.get().version().equals("" + leaflet.version()));
        Optional<String> signer = admitted.isPresent() ? admitted.get().signer() : same.flatMap(Leaflet::signer);
        List<String> provides = available
                .map(Leaflet::provides)
                .or(() -> installed.map(AddOn::offers))
                .orElse(List.of());
        return new Listing(name, installed, available.map(leaflet -> "" + leaflet.version()), signer, provides);
    }

    @Override
    public Path fetch(String name) {
        Stocked stocked = Optional.ofNullable(newest().get(name))
                .orElseThrow(() -> Refusal.notFound(
                        "not-in-catalogue",
                        "No feature repository has an add-on of this name; curbside:list names those that one has."));
        try {
            return shelf.fetch(stocked.location(), name);
        } catch (IOException e) {
            throw Refusal.conflict(
                    "not-readable", "Its jar cannot be read from " + stocked.location() + ". Look at the repository.");
        }
    }

    /** Of each add-on the newest, with the place that it is read from. */
    private Map<String, Stocked> newest() {
        List<Stocked> stocked = new ArrayList<>();
        for (String location : locations.get()) {
            shelf.leaflet(location).ifPresent(leaflet -> stocked.add(new Stocked(location, leaflet)));
        }
        stocked.sort(Comparator.comparing(one -> one.leaflet().version()));
        Map<String, Stocked> newest = new TreeMap<>();
        stocked.forEach(one -> newest.put(one.leaflet().name(), one));
        return newest;
    }

    private static List<String> locations(FeaturesService features) {
        try {
            return Stream.of(features.listFeatures())
                    .filter(FeatureCatalogue::isForUs)
                    .flatMap(feature -> feature.getBundles().stream())
                    .map(BundleInfo::getLocation)
                    .distinct()
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("The feature repositories cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isForUs(Feature feature) {
        return feature.getDependencies().stream()
                .anyMatch(dependency -> dependency.getName().equals(CORE));
    }

    private record Stocked(String location, Leaflet leaflet) {}
}
