package org.curbside.verification.big;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.spi.verification.remote.Spelling;
import org.w3c.dom.Element;

/** Somebody in the BIG register, with a registration for each profession. */
record Professional(Element element) {

    private static final String PHYSICIANS = "01";

    /** An end that is not set is written as the first day there is. */
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");

    private static final List<String> MARKS = List.of("JudgmentProvision", "Limitation", "Mention");

    boolean holds(String number) {
        return !registrations(number).isEmpty();
    }

    Judgement judge(Claim claim, LocalDate today) throws RegistryUnavailable {
        List<Element> registrations = registrations(claim.npi());
        if (registrations.size() > 1) {
            return unclear("The BIG register shows several registrations with this number.");
        }
        Element registration = registrations.get(0);
        LocalDate end = day(Envelope.text(registration, "ArticleRegistrationEndDate"));
        if (!end.equals(NEVER) && !end.isAfter(today)) {
            return new Judgement(Verdict.INACTIVE, "The BIG register shows that this registration has ended.");
        }
        if (marks() > 0) {
            return unclear("The BIG register shows a measure, a limitation or a mention.");
        }
        if (!Envelope.text(registration, "ProfessionalGroupCode").equals(PHYSICIANS)) {
            return unclear("The BIG register shows another profession than physician, or one that is not known.");
        }
        if (day(Envelope.text(registration, "ArticleRegistrationStartDate")).isAfter(today)) {
            return unclear("The BIG register shows a registration that has not begun.");
        }
        return isNamed(claim)
                ? new Judgement(
                        Verdict.ACTIVE, "The BIG register shows a physician's registration and nothing against it.")
                : unclear("The BIG register shows another name for this number.");
    }

    private static Judgement unclear(String reason) {
        return new Judgement(Verdict.INDETERMINATE, reason);
    }

    /** Without names and numbers. */
    String evidence(String number) {
        return registrations(number).stream()
                .map(registration ->
                        "profession \"" + Envelope.text(registration, "ProfessionalGroupCode") + "\", from "
                                + Envelope.text(registration, "ArticleRegistrationStartDate") + " until "
                                + Envelope.text(registration, "ArticleRegistrationEndDate"))
                .collect(Collectors.joining("; ", "", "; marks " + marks()));
    }

    /** The first place of work in the country that it has whole. */
    Optional<PostalAddress> address() {
        return Stream.of("WorkAddress1", "WorkAddress2", "WorkAddress3")
                .flatMap(name -> Envelope.children(element, name).stream())
                .map(Professional::lines)
                .filter(lines -> lines.size() == 2)
                .findFirst()
                .map(PostalAddress::new);
    }

    private static List<String> lines(Element address) {
        String street = words(address, "StreetName", "HouseNumber", "HouseNumberAddition");
        String city = words(address, "PostalCode", "City");
        boolean whole = !Envelope.text(address, "StreetName").isEmpty()
                && !Envelope.text(address, "City").isEmpty()
                && Envelope.text(address, "ForeignAddress").isEmpty();
        return whole ? List.of(street, city) : List.of();
    }

    private static String words(Element parent, String... names) {
        return Stream.of(names)
                .map(name -> Envelope.text(parent, name))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** By the name at birth, or by the one that letters are sent to; of a given name the register has an initial only. */
    private boolean isNamed(Claim claim) {
        String initials = Envelope.text(element, "Initial");
        String birth = Envelope.text(element, "BirthSurname");
        String family = claim.familyName();
        boolean named = Spelling.isSameName(family, birth)
                || Spelling.isSameName(family, Envelope.text(element, "Prefix") + " " + birth)
                || Spelling.isSameName(initials + family, Envelope.text(element, "MailingName"));
        return named && begin(initials, claim.givenName());
    }

    /** Whoever writes fewer given names than the register has is still the same. */
    private static boolean begin(String initials, String given) {
        String known = NO_LETTERS.matcher(initials).replaceAll("");
        String claimed = NO_LETTERS
                .splitAsStream(given)
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, 1))
                .collect(Collectors.joining());
        return claimed.length() <= known.length() && Spelling.isSameName(claimed, known.substring(0, claimed.length()));
    }

    private long marks() {
        return MARKS.stream()
                .flatMap(name -> Envelope.children(element, name).stream())
                .mapToLong(list -> Envelope.children(list).size())
                .sum();
    }

    private List<Element> registrations(String number) {
        return Envelope.children(element, "ArticleRegistration").stream()
                .flatMap(list -> Envelope.children(list, "ArticleRegistrationExtApp").stream())
                .filter(each -> Envelope.text(each, "ArticleRegistrationNumber").equals(number))
                .toList();
    }

    private static LocalDate day(String text) throws RegistryUnavailable {
        try {
            return LocalDateTime.parse(text).toLocalDate();
        } catch (DateTimeException e) {
            throw Envelope.unknown();
        }
    }
}
