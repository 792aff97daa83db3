package org.curbside.identity.internal;

import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryEntry;
import org.jspecify.annotations.Nullable;

/** What a claim must be before a registry is asked, and what its entry must be then. */
final class ClaimRules {

    private static final int LONGEST_NAME = 100;

    private ClaimRules() {}

    static String npi(NewClaim claim) {
        String npi = claim.npi() == null ? "" : claim.npi().strip();
        if (!Npi.isValid(npi)) {
            throw Refusal.invalid(
                    "npi-check-digit",
                    "npi",
                    "Check the NPI; it has ten digits, and the last one must fit the others.");
        }
        return npi;
    }

    static String name(String field, @Nullable String input) {
        String name = input == null ? "" : input.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusal.invalid("name-missing", field, "Write the name as on your NPI record.");
        }
        return name;
    }

    static void refuseAnother(String given, String family, RegistryEntry entry) {
        if (!NameMatch.fits(given, family, entry.givenName(), entry.familyName())) {
            throw Refusal.invalid(
                    "name-does-not-fit",
                    "familyName",
                    "The name does not fit this NPI. Write it as on your NPI record.");
        }
    }
}
