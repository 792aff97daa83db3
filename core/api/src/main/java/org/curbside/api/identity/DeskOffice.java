package org.curbside.api.identity;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.curbside.api.paging.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The operator's side of the licence desk. Operators are named by their accounts, and whatever they do stays with the case. */
@ProviderType
public interface DeskOffice {

    /**
     * Letters that have not been answered yet, oldest first.
     *
     * @param after the number of the letter that they come after, or 0
     * @param limit at most {@link Page#MOST}
     */
    Page<Letter> letters(long after, int limit);

    /**
     * Makes a batch of the letters that are in none yet, at most 200 of them; those that cannot be printed are left out. Their
     * codes are taken for 30 days from today.
     *
     * @throws org.curbside.api.refusal.Refusal when there are none
     */
    LetterBatch batch(String operator);

    /**
     * Batches, the newest first.
     *
     * @param before the number of the batch that they come before
     * @param limit at most {@link Page#MOST}
     */
    Page<LetterBatch> batches(long before, int limit);

    /**
     * Writes those letters of a batch that can still be answered, one page each, as PDF. Nothing changes by it.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such batch, or none of its letters can be answered any more
     */
    void print(long batch, OutputStream out);

    /**
     * Cases in a state, oldest first.
     *
     * @param after the number of the case that they come after, or 0
     * @param limit at most {@link Page#MOST}
     */
    Page<CaseSummary> cases(CaseState state, long after, int limit);

    /** The cases of a licence, the newest first. */
    List<CaseSummary> casesOf(@Nullable String npi);

    /**
     * All about one case.
     *
     * @throws org.curbside.api.refusal.Refusal when there is none with this number
     */
    CaseFile file(long number);

    /**
     * Cases with a picture of a document that waits for operators, oldest first.
     *
     * @param after the number of the case that they come after, or 0
     * @param limit at most {@link Page#MOST}
     */
    Page<CaseSummary> documents(long after, int limit);

    /**
     * The picture of a case's document, JPEG.
     *
     * @throws org.curbside.api.refusal.Refusal when there is none
     */
    byte[] document(long number);

    /** The ways to show possession that add-ons bring, and whether they do what they should. */
    List<ProofStatus> ways();

    /**
     * Physicians who wait to be called, oldest case first.
     *
     * @param after the number of the case that they come after, or 0
     * @param limit at most {@link Page#MOST}
     */
    Page<Call> calls(long after, int limit);

    /**
     * Says what a call came to. If the physician was reached, the code is taken for a week from today; if not, they can ask for
     * another call.
     *
     * @param reason why not; empty if they were reached
     * @throws org.curbside.api.refusal.Refusal when nobody waits to be called in this case, or no reason is given
     */
    void called(String operator, long number, boolean reached, @Nullable String reason);

    /**
     * Says whether a document shows that the licence is the claimant's. When a second operator says that it does, it is shown;
     * when one says that it does not, another can be sent. Either way it is gone then.
     *
     * @throws org.curbside.api.refusal.Refusal when there is none, when the same operator agreed before, or when no reason is
     *     given
     */
    void judge(String operator, long number, boolean shown, @Nullable String reason);

    /**
     * Looks at every proven licence again, in the registries that come as files. This is done by itself after each load; those
     * that are services are asked before each epoch's first credential.
     */
    RecheckReport recheck();

    /** How long claims wait. */
    QueueStatistics statistics();

    /**
     * The specialties that can be chosen for a physician whose registry names none: names by code, in the order of the names.
     *
     * @throws org.curbside.api.refusal.Refusal while no catalogue is there
     */
    Map<String, String> specialties();

    /**
     * Decides for a claim.
     *
     * @param specialty the code of the physician's specialty, where the file says that it is open; else empty
     * @throws org.curbside.api.refusal.Refusal when no such claim waits, a refusal is proposed, no reason is given, or the
     *     specialty is missing or unknown
     */
    void approve(String operator, long number, @Nullable String reason, @Nullable String specialty);

    /**
     * Proposes to refuse a claim; nothing comes of it before another operator has confirmed it.
     *
     * @param reason is told to the physician then
     * @throws org.curbside.api.refusal.Refusal when no such claim waits, a refusal is proposed already, or no reason is given
     */
    void propose(String operator, long number, @Nullable String reason);

    /**
     * Confirms or rejects what another operator proposed.
     *
     * @throws org.curbside.api.refusal.Refusal when nothing is proposed, when the same operator proposed it, or when no reason
     *     is given
     */
    void second(String operator, long number, boolean confirm, @Nullable String reason);

    /**
     * Ends a case, so that its licence can be claimed anew: the physician lost the key, or the letter went astray. Within an
     * epoch the new case gives the same credential as the old. A claim that waits for a decision is decided on instead.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no such case, it has ended or waits for a decision, or no reason
     *     is given
     */
    void close(String operator, long number, @Nullable String reason);
}
