package org.curbside.verification.fsmb;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.spi.verification.remote.Spelling;

/**
 * What the federation shows of one person. A status is known by its code alone: descriptions change.
 *
 * @param npis the person's numbers, if it has any
 * @param orders of boards, of whatever kind
 */
record Profile(String profession, List<Name> names, List<String> npis, List<Licence> licences, int orders) {

    private static final String ACTIVE = "ACT";
    private static final String EXPIRED = "EXP";

    private static final Judgement GOOD = new Judgement(
            Verdict.ACTIVE, "The federation of the boards shows an active licence and no order of a board.");
    private static final Judgement ENDED =
            new Judgement(Verdict.INACTIVE, "The federation of the boards shows the licence as expired.");
    private static final Judgement ANOTHER_PROFESSION =
            new Judgement(Verdict.INACTIVE, "The federation of the boards shows another profession than physician.");

    Profile {
        names = List.copyOf(names);
        npis = List.copyOf(npis);
        licences = List.copyOf(licences);
    }

    /** A name that the federation knows. */
    record Name(String given, String middle, String family, String suffix) {

        private boolean isOf(Claim claim) {
            return (Spelling.isSameGivenName(claim.givenName(), given)
                            || Spelling.isSameName(claim.givenName(), given + middle))
                    && (Spelling.isSameName(claim.familyName(), family)
                            || Spelling.isSameName(claim.familyName(), family + suffix));
        }
    }

    /** A board's licence; a day that cannot be read is none. */
    record Licence(
            String state, String number, String code, Optional<LocalDate> expires, Optional<LocalDate> reported) {

        private boolean isActiveOn(LocalDate day) {
            return code.equals(ACTIVE) && expires.filter(day::isAfter).isEmpty();
        }
    }

    static Profile read(JsonNode profile) throws RegistryUnavailable {
        List<Name> names = new ArrayList<>();
        for (JsonNode name : list(profile.path("names").path("names"))) {
            names.add(new Name(
                    text(name, "firstName"), text(name, "middleName"), text(name, "lastName"), text(name, "suffix")));
        }
        List<String> npis = new ArrayList<>();
        for (JsonNode npi : list(profile.path("npiNumbers"))) {
            npis.add(text(npi, "npiNumber"));
        }
        if (profile.hasNonNull("npi")) {
            npis.add(text(profile, "npi"));
        }
        List<Licence> licences = new ArrayList<>();
        for (JsonNode licence : list(profile.path("licensure").path("licenses"))) {
            licences.add(new Licence(
                    text(licence.path("stateOrProvince"), "code"),
                    text(licence, "licenseNumber"),
                    text(licence, "statusCode").toUpperCase(Locale.ROOT),
                    day(text(licence, "expireDate")),
                    day(text(licence, "reportedDate"))));
        }
        return new Profile(text(profile, "profession"), names, npis, licences, orders(profile.path("boardOrders")));
    }

    /** The definition and the example call the list by two names. */
    private static int orders(JsonNode boardOrders) throws RegistryUnavailable {
        if (!boardOrders.isMissingNode() && !boardOrders.isNull() && !boardOrders.isObject()) {
            throw Access.unknown();
        }
        return list(boardOrders.path("orders")).size()
                + list(boardOrders.path("boardOrders")).size();
    }

    Judgement judge(Claim claim, LocalDate today) {
        if (!isOf(claim)) {
            return unclear("The federation of the boards shows another person for this name and number.");
        }
        if (orders > 0) {
            return unclear("The federation of the boards shows an order of a board.");
        }
        if (profession.equalsIgnoreCase("Physician Assistant")) {
            return ANOTHER_PROFESSION;
        }
        if (!profession.equalsIgnoreCase("Physician")) {
            return unclear("The federation of the boards shows a profession that is not known.");
        }
        List<Licence> claimed = licences.stream()
                .filter(licence -> claim.licenceState().isEmpty() || licence.state.equals(claim.licenceState()))
                .filter(licence ->
                        claim.licenceNumber().isEmpty() || Spelling.isSameNumber(licence.number, claim.licenceNumber()))
                .toList();
        return claim.licenceNumber().isEmpty() ? anyOf(claimed, today) : theOne(claimed, today);
    }

    private boolean isOf(Claim claim) {
        return npis.contains(claim.npi()) && names.stream().anyMatch(name -> name.isOf(claim));
    }

    private static Judgement theOne(List<Licence> claimed, LocalDate today) {
        return switch (claimed.size()) {
            case 0 -> unclear("The federation of the boards does not show the licence that was given.");
            case 1 -> anyOf(claimed, today);
            default -> unclear("The federation of the boards shows several licences with the number that was given.");
        };
    }

    /** An expired licence of another state says nothing, but a word that nobody knows might. */
    private static Judgement anyOf(List<Licence> claimed, LocalDate today) {
        if (claimed.isEmpty()) {
            return unclear("The federation of the boards shows no licence.");
        }
        boolean known = claimed.stream().allMatch(each -> each.code.equals(ACTIVE) || each.code.equals(EXPIRED));
        if (known && claimed.stream().anyMatch(each -> each.isActiveOn(today))) {
            return GOOD;
        }
        return claimed.stream().allMatch(each -> each.code.equals(EXPIRED))
                ? ENDED
                : unclear("The federation of the boards shows a status that a person has to read.");
    }

    private static Judgement unclear(String reason) {
        return new Judgement(Verdict.INDETERMINATE, reason);
    }

    /** Without names and numbers. */
    String evidence() {
        return profession + ", orders " + orders
                + licences.stream()
                        .map(licence -> "; " + licence.state + " " + licence.code
                                + licence.expires.map(day -> " until " + day).orElse(""))
                        .collect(Collectors.joining());
    }

    /** The latest day on which a board told the federation of a licence. */
    Optional<LocalDate> reported() {
        return licences.stream().flatMap(licence -> licence.reported.stream()).max(Comparator.naturalOrder());
    }

    private static JsonNode list(JsonNode list) throws RegistryUnavailable {
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw Access.unknown();
        }
        return list;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("").strip();
    }

    /** The time behind a day is always midnight. */
    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
