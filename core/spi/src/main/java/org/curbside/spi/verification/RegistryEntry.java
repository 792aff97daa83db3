package org.curbside.spi.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the desk keeps of one row.
 *
 * @param number the registry's own key: a person's number or a licence number; where it comes in several rows of a file,
 *     they are about one thing, and the worst of them counts
 * @param givenName with middle names or initials, if the source has them
 * @param familyName with a suffix such as Jr or III, if the source has it
 * @param credential degrees as the source writes them, or empty
 * @param status the source's own words on standing, or empty where its presence in the file is the statement
 * @param taxonomies NUCC codes, the primary one first
 * @param expires the last day on which the status holds, if the source says; {@link LocalDate#EPOCH} if it says what nobody
 *     understands
 * @param otherNames under which the source knows the same person
 * @param telephone at which the source says that the physician is reached, as it writes it; or empty
 */
public record RegistryEntry(
        String number,
        String givenName,
        String familyName,
        String credential,
        String status,
        List<String> taxonomies,
        List<Licence> licences,
        Optional<PostalAddress> address,
        Optional<LocalDate> expires,
        List<OtherName> otherNames,
        String telephone) {

    /** A state's licence; the state is two letters as the source writes them. The number is empty where none is known. */
    public record Licence(String state, String number) {}

    /** Such as a maiden name; the given name is empty if it is the same. */
    public record OtherName(String givenName, String familyName) {}

    public RegistryEntry {
        taxonomies = List.copyOf(taxonomies);
        licences = List.copyOf(licences);
        otherNames = List.copyOf(otherNames);
    }

    /** Of a source that gives no telephone number. */
    public RegistryEntry(
            String number,
            String givenName,
            String familyName,
            String credential,
            String status,
            List<String> taxonomies,
            List<Licence> licences,
            Optional<PostalAddress> address,
            Optional<LocalDate> expires,
            List<OtherName> otherNames) {
        this(number, givenName, familyName, credential, status, taxonomies, licences, address, expires, otherNames, "");
    }

    /** Of a source that gives no end and no other names. */
    public RegistryEntry(
            String number,
            String givenName,
            String familyName,
            String credential,
            String status,
            List<String> taxonomies,
            List<Licence> licences,
            Optional<PostalAddress> address) {
        this(
                number,
                givenName,
                familyName,
                credential,
                status,
                taxonomies,
                licences,
                address,
                Optional.empty(),
                List.of());
    }

    /** Of one licence, which is the entry's number too; no degree, specialty or address is known. */
    public static RegistryEntry ofLicence(
            Licence licence, String givenName, String familyName, String status, Optional<LocalDate> expires) {
        return new RegistryEntry(
                licence.number(),
                givenName,
                familyName,
                "",
                status,
                List.of(),
                List.of(licence),
                Optional.empty(),
                expires,
                List.of());
    }

    /** The same with an address for letters. */
    public RegistryEntry at(PostalAddress place) {
        return new RegistryEntry(
                number,
                givenName,
                familyName,
                credential,
                status,
                taxonomies,
                licences,
                Optional.of(place),
                expires,
                otherNames,
                telephone);
    }

    /** The same with a telephone number. */
    public RegistryEntry reachedBy(String call) {
        return new RegistryEntry(
                number,
                givenName,
                familyName,
                credential,
                status,
                taxonomies,
                licences,
                address,
                expires,
                otherNames,
                call);
    }

    /** The same under those names too. */
    public RegistryEntry alsoKnownAs(List<OtherName> names) {
        return new RegistryEntry(
                number,
                givenName,
                familyName,
                credential,
                status,
                taxonomies,
                licences,
                address,
                expires,
                names,
                telephone);
    }
}
