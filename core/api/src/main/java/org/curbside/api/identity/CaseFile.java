package org.curbside.api.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.Claim;

/**
 * All that the desk has about a case.
 *
 * @param claim as the claimant wrote it
 * @param address where the letter goes, on a registry's word; empty where none has one, or when it is needed no more
 * @param words what the registries said, while a decision is still to come
 * @param evidence what stands for their words afterwards
 * @param specialty the code of the specialty that a credential will name, or empty
 * @param specialtyOpen whether whoever approves has to choose the specialty
 * @param reason why the case is where it is
 * @param opened the day of the claim
 * @param since the day on which it came where it is
 * @param proposal a refusal that waits for a second operator
 * @param document a picture that waits for operators
 * @param steps what was decided so far, oldest first
 */
public record CaseFile(
        long number,
        CaseState state,
        Claim claim,
        List<String> address,
        List<RegistryWord> words,
        Optional<Evidence> evidence,
        String specialty,
        boolean specialtyOpen,
        String reason,
        LocalDate opened,
        LocalDate since,
        Optional<Proposal> proposal,
        Optional<Document> document,
        List<CaseStep> steps) {

    /** Takes copies of the lists. */
    public CaseFile {
        address = List.copyOf(address);
        words = List.copyOf(words);
        steps = List.copyOf(steps);
    }

    /**
     * Shows whether the registries said the same as on that day, and nothing else of what they said.
     *
     * @param hmac under the desk's secret
     */
    public record Evidence(String hmac, LocalDate day) {}

    /**
     * A picture of a document, to be fetched by itself.
     *
     * @param sent the day
     * @param agreed the operator who has agreed that it shows possession, or empty
     */
    public record Document(LocalDate sent, String agreed) {}

    /** A refusal that one operator proposes. */
    public record Proposal(String operator, String reason, LocalDate day) {}
}
