package org.curbside.spi.verification;

import java.nio.charset.Charset;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source that is a file, one row per licence holder. It only declares: the platform streams the file, binds the
 * headers, stores the entries, finds the one that fits a claim and compares names.
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

    Charset charset();

    /** Between values; a value may stand in double quotes, doubled inside. */
    char delimiter();

    List<Column> columns();

    /** The reason of a refusal is one of few fixed sentences, for they are counted; it never repeats the row. */
    RegistryEntry read(Row row) throws RejectedRow;

    Judgement judge(RegistryEntry entry);
}
