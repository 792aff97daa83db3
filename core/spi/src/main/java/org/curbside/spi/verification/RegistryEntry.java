package org.curbside.spi.verification;

import java.util.List;
import java.util.Optional;

/**
 * What the desk keeps of one row.
 *
 * @param number the registry's own key: an NPI or a licence number; unique in its file
 * @param credential degrees as the source writes them, or empty
 * @param status the source's own words on standing, or empty where its presence in the file is the statement
 * @param taxonomies NUCC codes, the primary one first
 */
public record RegistryEntry(
        String number,
        String givenName,
        String familyName,
        String credential,
        String status,
        List<String> taxonomies,
        List<Licence> licences,
        Optional<PostalAddress> address) {

    /** A state's licence; the state is two letters as the source writes them. */
    public record Licence(String state, String number) {}

    public RegistryEntry {
        taxonomies = List.copyOf(taxonomies);
        licences = List.copyOf(licences);
    }
}
