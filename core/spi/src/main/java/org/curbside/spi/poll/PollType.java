package org.curbside.spi.poll;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.curbside.spi.export.Variable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way of asking and counting, described as data: the platform draws ballots and figures, stores and gates.
 *
 * <p>Register it as a service marked with {@link PollTypeId}. It is stateless and safe for use by many threads, keeps
 * nothing it is given, and gives the same result for the same arguments, on every node and in every release of the same
 * {@link #schemaVersion}. Each call returns within a second, whatever was submitted. What a member or a client did wrong
 * is refused by a checked exception whose message is one sentence for them; it never repeats what was submitted.
 *
 * <p>All methods but {@link #check} may assume that {@code check} accepted the question.
 */
@ConsumerType
public interface PollType {

    /** Refuses a question that this kind of poll cannot offer. */
    void check(Question question) throws InvalidQuestion;

    /** The fields of the ballot, in order. */
    List<Field> ballot(Question question);

    /**
     * Reads submitted values, by field name, into the answer to store: at most 4,000 UTF-16 units, the same for ballots
     * that mean the same. Missing, repeated and unknown fields are refused.
     */
    String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer;

    /** The version of the stored answers that {@link #read} writes, from 1; goes up when their form changes. */
    int schemaVersion();

    /**
     * Turns an answer stored under an older version into one of the present version; leaves a present one as it is.
     *
     * @throws InvalidAnswer if the version is not one this type ever wrote, or the answer means nothing in it
     */
    String migrate(Question question, int version, String answer) throws InvalidAnswer;

    /** Counts stored answers of the present version; the count of a union is the sum of the counts. */
    Tally count(Question question, Collection<String> answers);

    /** The cells of a tally that one ballot can change, each by at most 1; the gate scales its noise by it. */
    int sensitivity(Question question);

    /** How a tally, which may be noisy or empty, is shown. */
    List<Figure> figures(Question question, Tally tally);

    /** What an exported answer holds, with the meaning of each value. */
    List<Variable> codebook(Question question);
}
