package org.curbside.spi.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a registry found for a claim.
 *
 * @param evidence what the source said, in its own words, for the person who may have to decide
 * @param asOf the day the source itself was last right, not the day it was asked
 * @param address for the letter that proves possession
 * @param taxonomies NUCC codes, the primary one first; empty where the source has none
 * @param telephone at which the source says that the physician is reached, as it writes it; or empty
 */
public record Finding(
        Judgement judgement,
        String evidence,
        LocalDate asOf,
        Optional<PostalAddress> address,
        List<String> taxonomies,
        String telephone) {

    public Finding {
        taxonomies = List.copyOf(taxonomies);
    }

    /** Of a source that gives no telephone number. */
    public Finding(
            Judgement judgement,
            String evidence,
            LocalDate asOf,
            Optional<PostalAddress> address,
            List<String> taxonomies) {
        this(judgement, evidence, asOf, address, taxonomies, "");
    }
}
