package org.curbside.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.LicenseRegistries;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Claim;
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
 * Asks the registries. A claim is always about an entry of the national registry, for a licence is told from others by its
 * NPI and one physician may hold several; every other registry that knows the claim can only object.
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

    /** As the platform runs it. */
    @Activate
    public Registries(@Reference Books books, @Reference BulkRegistries files, @Reference LicenseRegistries services) {
        this.files = files;
        this.services = services;
        this.entries = new Entries(books);
        this.loads = new Loads(books);
    }

    /** What the national registry says of the number alone. */
    Standing national(String npi) {
        BulkRegistry registry = file(NATIONAL);
        RegistryEntry entry = entries.find(NATIONAL, npi)
                .orElseThrow(() -> Refusal.invalid(
                        "npi-not-found",
                        "npi",
                        "This NPI is not in our copy of the registry. Check it, or wait a month."));
        String evidence =
                "credential \"" + entry.credential() + "\", taxonomies " + String.join(" ", entry.taxonomies());
        return Standing.of(NATIONAL, entry, registry.judge(entry), evidence, loads.newest(NATIONAL));
    }

    /** What all others add to that. */
    Standing confirmed(Standing national, Claim claim) {
        Standing standing = recorded(national, claim);
        for (Map.Entry<String, LicenseRegistry> registry : services.all().entrySet()) {
            Optional<Finding> found = ask(registry.getValue(), claim);
            if (found.isPresent()) {
                Finding finding = found.get();
                standing = standing.with(registry.getKey(), finding.judgement(), finding.evidence(), finding.asOf());
            }
        }
        return standing;
    }

    /** What those add to it that come as files; nobody is asked. */
    Standing recorded(Standing national, Claim claim) {
        Standing standing = national;
        if (!claim.licenceNumber().isEmpty() && !lists(national.entry(), claim)) {
            standing = standing.with(NATIONAL, NO_SUCH_LICENCE, "", loads.newest(NATIONAL));
        }
        for (String id : loads.registries()) {
            if (!id.equals(NATIONAL)) {
                standing = onFile(standing, id, claim);
            }
        }
        return standing;
    }

    private Standing onFile(Standing standing, String id, Claim claim) {
        Standing result = standing;
        for (String number : List.of(claim.npi(), claim.licenceNumber())) {
            Optional<RegistryEntry> found = number.isEmpty() ? Optional.empty() : entries.find(id, number);
            if (found.isPresent() && isTheSame(found.get(), claim)) {
                Judgement judgement = file(id).judge(found.get());
                result = result.with(id, judgement, found.get().status(), loads.newest(id));
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

    /** Two states may give the same number to two people. */
    private static boolean isTheSame(RegistryEntry entry, Claim claim) {
        return NameMatch.fits(claim.givenName(), claim.familyName(), entry.givenName(), entry.familyName())
                && (entry.licences().isEmpty() || entry.number().equals(claim.npi()) || lists(entry, claim));
    }

    private static boolean lists(RegistryEntry entry, Claim claim) {
        return entry.licences().stream()
                .anyMatch(licence -> bare(licence.number()).equals(bare(claim.licenceNumber()))
                        && (claim.licenceState().isEmpty() || licence.state().equalsIgnoreCase(claim.licenceState())));
    }

    /** "ME 12-345" and "me12345" are the same number. */
    private static String bare(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
