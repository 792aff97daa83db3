package org.curbside.spi.verification;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source that is a file, one row per licence holder. It only declares: the platform streams the file (separated values,
 * or JSON that is an array of objects; as it is, in a zip, or by gzip), binds the headers, stores the entries, finds those
 * that fit a claim, compares names, and minds the days: whose {@link RegistryEntry#expires} has passed is never active.
 * Where a number comes in several rows, the worst word about it counts.
 *
 * <p>Register it as a service marked with {@link RegistryId}. It is stateless and safe for use by many threads, keeps
 * neither rows nor entries, and reads the same row the same way every time. Whatever a row holds, {@link #read} gives an
 * entry or refuses the row; nothing else is thrown. {@link #judge} needs nothing but the entry, so that a new status
 * vocabulary takes effect without reading the file again.
 */
@ConsumerType
public interface BulkRegistry {

    /** As the claimant is told it, for example "National Provider Registry". */
    String title();

    /** What a file of separated values is written in. */
    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /** Between values. */
    default char delimiter() {
        return ',';
    }

    /**
     * Whether a value may stand in double quotes, doubled inside; if not, a quote is a letter like any other. JSON has its
     * own rules.
     */
    default boolean quoted() {
        return true;
    }

    /**
     * Bound by header: first as it is written, then by its letters and digits alone, so that "Last Name" is last_name. In
     * JSON the names of an object's members are its headers, and an absent member is empty.
     */
    List<Column> columns();

    /** The headers of an edition that comes without any, recognised by its number of values; empty if there is none. */
    default List<String> headers() {
        return List.of();
    }

    /** What it knows, how entries are found, and what absence proves. */
    default Coverage coverage() {
        return Coverage.UNKNOWN;
    }

    /**
     * Which edition a file is, for the operator may not say.
     *
     * @param fileName as the source names it, without folders; the operator may have renamed it
     * @param headers as they are in the file
     */
    default Edition edition(String fileName, List<String> headers) {
        return Edition.FULL;
    }

    /** The reason of a refusal is one of few fixed sentences, for they are counted; it never repeats the row. */
    RegistryEntry read(Row row) throws RejectedRow;

    Judgement judge(RegistryEntry entry);
}
