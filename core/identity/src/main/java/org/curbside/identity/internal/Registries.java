package org.curbside.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.LicenseRegistries;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Coverage.FoundBy;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the registries. A claim is always about an entry of the national register of its country, for a person is told from
 * others by their number there and one physician may hold several licences; every other registry that knows the claimant, by
 * that number or by any licence on that record, can only object.
 */
@Component(service = Registries.class)
public final class Registries {

    static final String NATIONAL = "nppes";

    private static final Judgement NO_SUCH_LICENCE = new Judgement(
            Verdict.INDETERMINATE, "The licence number that was given is not on the national registry's record.");

    private static final int RETRY_SECONDS = 120;

    private final BulkRegistries files;
    private final LicenseRegistries services;
    private final Entries entries;
    private final Loads loads;
    private final Clock clock;

    /** As the platform runs it. */
    @Activate
    public Registries(@Reference Books books, @Reference BulkRegistries files, @Reference LicenseRegistries services) {
        this(books, files, services, Clock.systemUTC());
    }

    Registries(Books books, BulkRegistries files, LicenseRegistries services, Clock clock) {
        this.files = files;
        this.services = services;
        this.entries = new Entries(books);
        this.loads = new Loads(books);
        this.clock = clock;
    }

    /**
     * What the national register of the claim's country says of the number: by its file, or by its service if the file does
     * not have the number or none was loaded. Both are one register, so that a number has one case and one credential.
     */
    Standing national(Claim claim) {
        return filed(claim).orElseGet(() -> asked(register(claim.country()), claim));
    }

    /** The countries whose national register is here, sorted. */
    List<String> countries() {
        Stream<Coverage> ofFiles =
                files.ids().stream().flatMap(id -> files.find(id).stream()).map(BulkRegistry::coverage);
        Stream<Coverage> ofServices = services.all().values().stream().map(LicenseRegistry::coverage);
        return Stream.concat(ofFiles, ofServices)
                .filter(Coverage::national)
                .map(Coverage::country)
                .distinct()
                .sorted()
                .toList();
    }

    /** The same by the file alone; empty if that does not have the number. */
    Optional<Standing> filed(Claim claim) {
        return register(claim.country())
                .flatMap(id -> entries.find(id, claim.npi()).map(entry -> onRecord(id, entry)));
    }

    private Standing onRecord(String id, RegistryEntry entry) {
        BulkRegistry registry = file(id);
        String evidence =
                "credential \"" + entry.credential() + "\", taxonomies " + String.join(" ", entry.taxonomies());
        return fresh(Standing.of(id, entry, judged(registry, entry), evidence, asOf(id)), id, registry);
    }

    /** A service compares the name itself, and shows no other licences. */
    private Standing asked(Optional<String> file, Claim claim) {
        for (String id : services.national(claim.country())) {
            Optional<Finding> found = services.find(id).flatMap(service -> ask(service, claim));
            if (found.isPresent()) {
                RegistryEntry entry = new RegistryEntry(
                        claim.npi(),
                        claim.givenName(),
                        claim.familyName(),
                        "",
                        "",
                        found.get().taxonomies(),
                        List.of(),
                        found.get().address(),
                        Optional.empty(),
                        List.of(),
                        found.get().telephone());
                Finding finding = found.get();
                return Standing.of(file.orElse(id), entry, finding.judgement(), finding.evidence(), finding.asOf());
            }
        }
        String id = file.orElseThrow(() -> Refusal.invalid(
                "no-national-register",
                "country",
                "No national register of this country is installed here. Choose another country."));
        file(id);
        throw Refusal.invalid(
                "npi-not-found",
                "npi",
                "This " + (id.equals(NATIONAL) ? "NPI" : "number")
                        + " is not in our copy of the registry. Check it, or wait a month.");
    }

    /** What all others add to that. */
    Standing confirmed(Standing national, Claim claim) {
        Wanted wanted = Wanted.by(claim, national.entry());
        Standing standing = recorded(national, wanted);
        for (Map.Entry<String, LicenseRegistry> registry : services.all().entrySet()) {
            standing = ofService(standing, registry.getKey(), registry.getValue(), wanted);
        }
        return standing;
    }

    /** What those add to it that come as files; nobody is asked. */
    Standing recorded(Standing national, Claim claim) {
        return recorded(national, Wanted.by(claim, national.entry()));
    }

    private Standing recorded(Standing national, Wanted wanted) {
        Standing standing = national;
        if (!wanted.claim().licenceNumber().isEmpty() && !wanted.isOnRecord()) {
            standing = standing.with(national.registry(), NO_SUCH_LICENCE, "", asOf(national.registry()));
        }
        for (String id : loads.registries()) {
            if (!id.equals(national.registry())) {
                standing = onFile(standing, id, wanted);
            }
        }
        return standing;
    }

    /** The file that claims of a country are about: the one that says so, and of the United States NPPES in any case. */
    private Optional<String> register(String country) {
        return files.ids().stream()
                .filter(id -> files.find(id)
                        .map(BulkRegistry::coverage)
                        .filter(coverage ->
                                coverage.national() && coverage.country().equals(country))
                        .isPresent())
                .findFirst()
                .or(() -> country.equals(Claim.DEFAULT_COUNTRY) ? Optional.of(NATIONAL) : Optional.empty());
    }

    private Standing onFile(Standing standing, String id, Wanted wanted) {
        BulkRegistry registry = file(id);
        Coverage coverage = registry.coverage();
        if (!coverage.country().isEmpty()
                && !coverage.country().equals(wanted.claim().country())) {
            return standing;
        }
        List<RegistryEntry> found = found(id, coverage, wanted);
        Standing result = standing;
        for (RegistryEntry entry : found) {
            result = result.with(id, judged(registry, entry), entry.status(), asOf(id));
        }
        for (RegistryEntry entry : renamed(id, coverage, wanted)) {
            result = underAnotherName(result, id, registry, entry);
        }
        if (found.isEmpty()) {
            result = absent(result, id, registry, wanted);
        }
        return wanted.concerns(coverage) ? fresh(result, id, registry) : result;
    }

    private List<RegistryEntry> found(String id, Coverage coverage, Wanted wanted) {
        List<RegistryEntry> found = new ArrayList<>();
        Claim claim = wanted.claim();
        if (coverage.foundBy().contains(FoundBy.PERSON)) {
            entries.find(id, claim.npi())
                    .filter(entry -> wanted.isOf(entry, coverage))
                    .ifPresent(found::add);
        }
        if (coverage.foundBy().contains(FoundBy.LICENCE)) {
            if (!claim.licenceNumber().isEmpty()) {
                entries.find(id, claim.licenceNumber()).filter(wanted::holds).ifPresent(found::add);
            }
            wanted.keys(coverage).forEach(key -> entries.search(id, key).stream()
                    .filter(wanted::holds)
                    .forEach(found::add));
        }
        if (coverage.foundBy().contains(FoundBy.NAME)) {
            entries.search(id, wanted.nameKey()).stream()
                    .filter(wanted::isNamed)
                    .forEach(found::add);
        }
        return found.stream().distinct().toList();
    }

    /** The very licences on record, under names that do not fit: a marriage, a typing error, or a number that is another's. */
    private List<RegistryEntry> renamed(String id, Coverage coverage, Wanted wanted) {
        return !coverage.foundBy().contains(FoundBy.LICENCE)
                ? List.of()
                : wanted.keys(coverage).stream()
                        .flatMap(key -> entries.search(id, key).stream())
                        .filter(wanted::holdsUnderAnotherName)
                        .distinct()
                        .toList();
    }

    private Standing underAnotherName(Standing standing, String id, BulkRegistry registry, RegistryEntry entry) {
        return judged(registry, entry).verdict() == Verdict.ACTIVE
                ? standing
                : standing.with(
                        id,
                        new Judgement(
                                Verdict.INDETERMINATE,
                                "A licence on the record is not in good standing under another name in: "
                                        + registry.title() + "."),
                        entry.status(),
                        asOf(id));
    }

    /** The licence that was claimed is not listed, or under somebody else's name. */
    private Standing absent(Standing standing, String id, BulkRegistry registry, Wanted wanted) {
        Coverage coverage = registry.coverage();
        if (coverage.absence() == Coverage.Absence.PROVES_NOTHING || !wanted.claims(coverage)) {
            return standing;
        }
        boolean none = coverage.absence() == Coverage.Absence.IS_NO_LICENCE;
        return standing.with(
                id,
                new Judgement(
                        none ? Verdict.INACTIVE : Verdict.INDETERMINATE,
                        "The licence that was given is not listed under this name in: " + registry.title() + "."),
                "",
                asOf(id));
    }

    private Standing fresh(Standing standing, String id, BulkRegistry registry) {
        LocalDate asOf = asOf(id);
        return ChronoUnit.DAYS.between(asOf, today()) <= registry.coverage().freshDays()
                ? standing
                : standing.with(
                        id,
                        new Judgement(
                                Verdict.INDETERMINATE,
                                "Our copy of a registry is too old to rely on: " + registry.title() + "."),
                        "",
                        asOf);
    }

    /** The day on which what is loaded of a registry was right. */
    private LocalDate asOf(String id) {
        return loads.asOf(id).orElse(today());
    }

    /** An add-on reads no calendar; whether a day has passed is decided here. */
    private Judgement judged(BulkRegistry registry, RegistryEntry entry) {
        Judgement judgement = registry.judge(entry);
        boolean over = entry.expires().filter(day -> day.isBefore(today())).isPresent();
        return over && judgement.verdict() == Verdict.ACTIVE
                ? new Judgement(
                        Verdict.INDETERMINATE, "By its date, the licence has run out in: " + registry.title() + ".")
                : judgement;
    }

    private static Standing ofService(Standing standing, String id, LicenseRegistry registry, Wanted wanted) {
        boolean byLicence = registry.coverage().foundBy().contains(FoundBy.LICENCE);
        Standing result = standing;
        for (Claim claim : byLicence ? wanted.claims() : List.of(wanted.claim())) {
            Optional<Finding> found = ask(registry, claim);
            if (found.isPresent()) {
                Finding finding = found.get();
                result = result.with(id, finding.judgement(), finding.evidence(), finding.asOf());
            }
        }
        return result;
    }

    private static Optional<Finding> ask(LicenseRegistry registry, Claim claim) {
        try {
            return registry.covers(claim) ? Optional.of(registry.find(claim)) : Optional.empty();
        } catch (RegistryUnavailable | RuntimeException e) {
            throw Refusal.unavailable(
                    "registry-away", RETRY_SECONDS, "A registry does not answer just now. Try again in a few minutes.");
        }
    }

    private BulkRegistry file(String id) {
        return files.find(id)
                .orElseThrow(() -> Refusal.unavailable(
                        "registry-away", RETRY_SECONDS, "The registry is being updated. Try again in a few minutes."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
