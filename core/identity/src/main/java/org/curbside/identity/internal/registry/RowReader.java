package org.curbside.identity.internal.registry;

import java.util.ArrayList;
import java.util.List;
import org.curbside.identity.internal.store.Entries;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;

/** Makes entries of lines. Whatever a line or an add-on does, the load goes on: it is an entry or a reject. */
final class RowReader {

    private static final int LONGEST_REASON = 200;

    private final BulkRegistry registry;
    private final Header header;
    private final List<String> values = new ArrayList<>();

    RowReader(BulkRegistry registry, Header header) {
        this.registry = registry;
        this.header = header;
    }

    RegistryEntry read(String line, boolean cut) throws RejectedRow {
        if (cut) {
            throw new RejectedRow("The line is longer than a row can be.");
        }
        if (!Line.split(line, registry.delimiter(), values)) {
            throw new RejectedRow("A quote is not closed.");
        }
        if (!header.fits(values)) {
            throw new RejectedRow("The row has more or fewer values than there are columns.");
        }
        RegistryEntry entry = ask();
        if (!Entries.keeps(entry)) {
            throw new RejectedRow("The number is missing, or a value is longer than the desk keeps.");
        }
        return entry;
    }

    private RegistryEntry ask() throws RejectedRow {
        try {
            return registry.read(header.row(values));
        } catch (RejectedRow refused) {
            String reason = "" + refused.getMessage();
            throw new RejectedRow(reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON));
        } catch (RuntimeException broken) {
            throw new RejectedRow("The registry's add-on failed on this row.");
        }
    }
}
