package org.curbside.identity.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.Verdict;
import org.jspecify.annotations.Nullable;

/** What a claim must be before a registry is asked, and what its entry must be then. */
final class ClaimRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LICENCE = 40;
    private static final int LONGEST_REASON = 500;
    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{1,40}");

    private ClaimRules() {}

    static Claim check(NewClaim claim) {
        String country = country(claim.country());
        return new Claim(
                name("givenName", claim.givenName()),
                name("familyName", claim.familyName()),
                country.equals(Claim.DEFAULT_COUNTRY) ? npi(claim.npi()) : number(claim.npi()),
                licence(claim.licenceNumber()),
                state(claim.licenceState()),
                country);
    }

    private static String country(@Nullable String input) {
        String country = input == null || input.isBlank()
                ? Claim.DEFAULT_COUNTRY
                : input.strip().toUpperCase(Locale.ROOT);
        if (!TWO_LETTERS.matcher(country).matches()) {
            throw Refusal.invalid("country", "country", "Write the country in its two letters, such as FR.");
        }
        return country;
    }

    /** Of a register whose numbers are not checked here. */
    private static String number(@Nullable String input) {
        String number = input == null ? "" : input.replaceAll("[\\s.-]", "");
        if (!NUMBER.matcher(number).matches()) {
            throw Refusal.invalid(
                    "register-number",
                    "npi",
                    "Write your number in the national register, up to 40 letters and digits.");
        }
        return number;
    }

    private static String npi(@Nullable String input) {
        String npi = input == null ? "" : input.replaceAll("\\s", "");
        if (!Npi.isValid(npi)) {
            throw Refusal.invalid(
                    "npi-check-digit",
                    "npi",
                    "Check the NPI; it has ten digits, and the last one must fit the others.");
        }
        return npi;
    }

    private static String licence(@Nullable String input) {
        String number = input == null ? "" : input.strip();
        if (number.length() > LONGEST_LICENCE || number.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(
                    "licence-number",
                    "licenceNumber",
                    "Write the licence number as on the licence, in at most 40 characters.");
        }
        return number;
    }

    private static String state(@Nullable String input) {
        String state = input == null ? "" : input.strip().toUpperCase(Locale.ROOT);
        if (!state.isEmpty() && !TWO_LETTERS.matcher(state).matches()) {
            throw Refusal.invalid("licence-state", "licenceState", "Write the state in its two letters, such as NY.");
        }
        return state;
    }

    private static String name(String field, @Nullable String input) {
        String name = input == null ? "" : input.strip();
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("name-missing", field, "Write the name as on your registry record.");
        }
        return name;
    }

    static void refuseInactive(Standing standing) {
        if (standing.verdict() == Verdict.INACTIVE) {
            throw Refusal.invalid(
                    "not-an-active-physician",
                    "npi",
                    standing.judgement().reason()
                            + " If that is wrong, have the registry correct it, then claim again.");
        }
    }

    static void refuseAnother(Claim claim, RegistryEntry entry) {
        if (!Wanted.isNamed(claim, entry)) {
            throw Refusal.invalid(
                    "name-does-not-fit",
                    "familyName",
                    "The name does not fit this number. Write it as on your registry record.");
        }
    }

    /** The reason that a person gives for a decision. */
    static String reason(@Nullable String input) {
        String reason = input == null ? "" : input.strip();
        if (reason.length() < 3 || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason-missing", "reason", "Give the reason in 3 to 500 characters.");
        }
        return reason;
    }
}
