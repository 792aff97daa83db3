package org.curbside.console.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.Audit;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.polling.StoredAnswers;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Looks at everything that an operator can set right. */
record Doctor(BundleContext context, Path data, Clock clock) {

    private static final long LEAST_BYTES = 1L << 29;

    List<Complaint> complaints() {
        return Stream.<Stream<Complaint>>of(
                        bundles(),
                        components(),
                        addOns(),
                        audit(),
                        database("community", "polling", StoredAnswers.class, answers -> answers.newestSchema("none")),
                        database("desk", "identity", DeskOffice.class, DeskOffice::statistics),
                        disk(),
                        clocks(),
                        admission())
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Complaint> bundles() {
        return new Bundles(context, installed().stream().map(AddOn::name).collect(Collectors.toSet())).complaints();
    }

    private Stream<Complaint> components() {
        return Answer.ofWhoeverIsThere(
                        context, ServiceComponentRuntime.class, runtime -> new Components(runtime).complaints())
                .orElse(Stream.empty());
    }

    private List<AddOn> installed() {
        return Answer.ofWhoeverIsThere(context, AddOns.class, AddOns::installed).orElse(List.of());
    }

    private Stream<Complaint> addOns() {
        return installed().stream()
                .filter(addOn -> !addOn.working())
                .map(addOn -> Complaint.wrong(
                        addOn.name(),
                        "It is " + addOn.state().name().toLowerCase(Locale.ROOT) + ". "
                                + addOn.problem().orElse(""),
                        advice(addOn)));
    }

    private static String advice(AddOn addOn) {
        return switch (addOn.state()) {
            case QUARANTINED -> "curbside:update brings another version; curbside:release " + addOn.name()
                    + " lets this one out.";
            case FAILING -> "curbside:rollback " + addOn.name() + " goes back; tell whoever made it what the log says.";
            default -> "Set that right, or take it away with curbside:uninstall " + addOn.name() + ".";
        };
    }

    private Stream<Complaint> audit() {
        return Answer.ofWhoeverIsThere(context, Audit.class, Audit::broken)
                .orElse(Optional.of("The audit is away."))
                .map(sentence -> Complaint.wrong("audit", sentence, "Find out who may write to the file."))
                .stream();
    }

    /** Where one half of the house runs by itself, the other's bundles are not installed at all. */
    private boolean isElsewhere(String bundle) {
        return Stream.of(context.getBundles()).noneMatch(installed -> bundle.equals(installed.getSymbolicName()));
    }

    private <S> Stream<Complaint> database(String name, String asking, Class<S> slice, Function<S, ?> question) {
        if (isElsewhere("curbside-" + asking)) {
            return Stream.empty();
        }
        if (context.getServiceReference(slice) == null) {
            return Stream.of(Complaint.wrong(
                    name + " database",
                    "What could ask it is not running.",
                    "Set right what is said about Curbside's own bundles and components, and look again."));
        }
        try {
            Answer.of(context, slice, service -> String.valueOf(question.apply(service)));
            return Stream.empty();
        } catch (RuntimeException e) {
            return Stream.of(Complaint.wrong(
                    name + " database",
                    "It does not answer.",
                    "See whether it runs, and whether etc/org.ops4j.datasource-" + name + ".cfg names it."));
        }
    }

    private Stream<Complaint> disk() {
        try {
            long usable = Files.getFileStore(data).getUsableSpace();
            return usable >= LEAST_BYTES
                    ? Stream.empty()
                    : Stream.of(Complaint.wrong(
                            "disk",
                            "Only " + (usable >> 20) + " MB are left where " + data + " is.",
                            "Make room before the databases cannot write any more."));
        } catch (IOException e) {
            return Stream.of(Complaint.wrong("disk", data + " cannot be looked at.", "See whether it is there."));
        }
    }

    private Stream<Complaint> clocks() {
        Instant now = clock.instant();
        return Answer.ofWhoeverIsThere(context, Audit.class, audit -> audit.latest(1)).orElse(List.of()).stream()
                .map(AuditEntry::time)
                .filter(now::isBefore)
                .map(later -> Complaint.wrong(
                        "clock",
                        "It shows " + now + ", but it was " + later + " before.",
                        "Set it; sessions, certificates and the audit go by it."));
    }

    private Stream<Complaint> admission() {
        return Answer.ofWhoeverIsThere(context, Admission.class, Admission::warnings).orElse(List.of()).stream()
                .map(sentence -> Complaint.warning(
                        "admission", sentence, "etc/org.curbside.guard.cfg and etc/trusted/README say more."));
    }
}
