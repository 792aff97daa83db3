package org.curbside.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Optional<String> id = register(claim.country());
        Optional<RegistryEntry> entry = id.flatMap(known -> entries.find(known, claim.npi()));
        return entry.isPresent() ? onRecord(id.orElseThrow(), entry.get()) : asked(id, claim);
    }

    private Standing onRecord(String id, RegistryEntry entry) {
        BulkRegistry registry = file(id);
        String evidence =
                "credential \"" + entry.credential() + "\", taxonomies " + String.join(" ", entry.taxonomies());
        Standing standing = new Standing(id, entry, judged(registry, entry), evidence);
        return fresh(standing, id, registry.title(), registry.coverage());
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
                        found.get().address());
                return new Standing(
                        file.orElse(id),
                        entry,
                        found.get().judgement(),
                        found.get().evidence());
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
        Standing standing = national;
        Wanted wanted = Wanted.by(claim, national.entry());
        if (!claim.licenceNumber().isEmpty() && !wanted.isOnRecord()) {
            standing = standing.with(NO_SUCH_LICENCE, "");
        }
        for (String id : loads.registries()) {
            if (!id.equals(national.registry())) {
                standing = onFile(standing, id, wanted);
            }
        }
        for (LicenseRegistry registry : services.all()) {
            standing = ofService(standing, registry, wanted);
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
            result = result.with(judged(registry, entry), id + " \"" + entry.status() + "\"");
        }
        for (RegistryEntry entry : renamed(id, coverage, wanted)) {
            result = underAnotherName(result, id, registry, entry);
        }
        if (found.isEmpty()) {
            result = absent(result, id, registry, wanted);
        }
        return wanted.concerns(coverage) ? fresh(result, id, registry.title(), coverage) : result;
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
                        new Judgement(
                                Verdict.INDETERMINATE,
                                "A licence on the record is not in good standing under another name in: "
                                        + registry.title() + "."),
                        id + " \"" + entry.status() + "\" under another name");
    }

    /** The licence that was claimed is not listed, or under somebody else's name. */
    private static Standing absent(Standing standing, String id, BulkRegistry registry, Wanted wanted) {
        Coverage coverage = registry.coverage();
        if (coverage.absence() == Coverage.Absence.PROVES_NOTHING || !wanted.claims(coverage)) {
            return standing;
        }
        boolean none = coverage.absence() == Coverage.Absence.IS_NO_LICENCE;
        return standing.with(
                new Judgement(
                        none ? Verdict.INACTIVE : Verdict.INDETERMINATE,
                        "The licence that was given is not listed under this name in: " + registry.title() + "."),
                id + " does not list it");
    }

    private Standing fresh(Standing standing, String id, String title, Coverage coverage) {
        Optional<LocalDate> asOf = loads.asOf(id);
        long age = asOf.map(day -> ChronoUnit.DAYS.between(day, today())).orElse(0L);
        return age <= coverage.freshDays()
                ? standing
                : standing.with(
                        new Judgement(
                                Verdict.INDETERMINATE, "Our copy of a registry is too old to rely on: " + title + "."),
                        id + " as of " + asOf.map(LocalDate::toString).orElse(""));
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

    private static Standing ofService(Standing standing, LicenseRegistry registry, Wanted wanted) {
        boolean byLicence = registry.coverage().foundBy().contains(FoundBy.LICENCE);
        Standing result = standing;
        for (Claim claim : byLicence ? wanted.claims() : List.of(wanted.claim())) {
            Optional<Finding> found = ask(registry, claim);
            if (found.isPresent()) {
                result = result.with(found.get().judgement(), found.get().evidence());
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
