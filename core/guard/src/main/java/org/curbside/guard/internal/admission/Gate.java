package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Verdict;

/**
 * Puts a jar through the checks in their order. The canary runs nothing that any of them refuses, and what it learns is
 * compared with what is stored.
 */
final class Gate {

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int REMEMBERED = 64;

    private final List<Check> all;
    private final List<Check> fitting;
    private final Canary canary;
    private final StoredSchema stored;
    private final Map<String, CanaryReport> passed = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CanaryReport> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** {@code proper} says whether a jar may ever come in, {@code fitting} whether it fits what is here now. */
    Gate(Signature signature, List<Check> proper, List<Check> fitting, Canary canary, StoredSchema stored) {
        this.all = Stream.of(List.<Check>of(signature), proper, fitting)
                .flatMap(List::stream)
                .toList();
        this.fitting = fitting;
        this.canary = canary;
        this.stored = stored;
    }

    /** All checks. */
    Verdict check(Path jar) {
        return check(jar, all);
    }

    /** Those that may come out otherwise than when the jar was let in. */
    Verdict checkAgain(Path jar) {
        return check(jar, fitting);
    }

    private synchronized Verdict check(Path jar, List<Check> checks) {
        try {
            Path folder = Files.createTempDirectory("admission");
            try {
                return check(jar, checks, folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room to check an add-on in: " + e.getMessage(), e);
        }
    }

    private Verdict check(Path jar, List<Check> checks, Path folder) {
        String file = "" + jar.getFileName();
        Optional<Snapshot> taken = Optional.empty();
        try {
            Snapshot snapshot = Snapshot.take(jar, folder);
            taken = Optional.of(snapshot);
            return examined(file, snapshot, opened(snapshot), checks);
        } catch (Unfit unfit) {
            String sha256 = taken.map(Snapshot::sha256).orElse("");
            return new Verdict(
                    file,
                    sha256,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(unfit.finding()));
        }
    }

    private static Candidate opened(Snapshot snapshot) throws Unfit {
        try {
            return Opening.of(snapshot.file());
        } catch (Unfit unfit) {
            if (unfit.finding().check().equals(Opening.READABLE)) {
                snapshot.refuseIfItChangesWithin(MOMENT);
            }
            throw unfit;
        }
    }

    private Verdict examined(String file, Snapshot snapshot, Candidate candidate, List<Check> checks) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.passed(Verdict.COPIED, "The file is all there."));
        findings.add(Finding.passed(Opening.READABLE, "It is a jar, and every entry can be unpacked."));
        findings.add(Finding.passed(
                Opening.BUNDLE, "It is the bundle " + candidate.name() + " " + candidate.version() + "."));
        checks.forEach(check -> findings.add(check.on(candidate)));
        Optional<CanaryReport> report = findings.stream().anyMatch(Finding::refuses)
                ? Optional.empty()
                : Optional.of(tried(snapshot.sha256(), candidate));
        List<Offer> offers = offers(candidate, report);
        report.map(CanaryReport::finding).ifPresent(findings::add);
        stored.on(offers).ifPresent(findings::add);
        return new Verdict(
                file,
                snapshot.sha256(),
                Optional.of(candidate.name()),
                Optional.of("" + candidate.version()),
                Signature.signer(candidate),
                offers,
                findings);
    }

    /** The same bytes are not tried again while nothing else has changed: whoever checks a jar installs it next. */
    private CanaryReport tried(String sha256, Candidate candidate) {
        String what = sha256 + " " + canary.surroundings();
        CanaryReport report = passed.get(what);
        if (report == null) {
            report = canary.on(candidate);
            if (!report.finding().refuses()) {
                passed.put(what, report);
            }
        }
        return report;
    }

    private static List<Offer> offers(Candidate candidate, Optional<CanaryReport> report) {
        return candidate.offers().stream()
                .map(offer -> new Offer(
                        offer.point().shortName(),
                        offer.id(),
                        report.map(canary -> canary.schema(offer)).orElse(OptionalInt.empty())))
                .toList();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
