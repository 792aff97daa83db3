package org.curbside.identity.internal.registry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.curbside.identity.internal.match.LicenceNumber;
import org.curbside.identity.internal.match.NameMatch;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Entries.Kept;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Coverage.FoundBy;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;

/** Makes entries of rows. Whatever a row or an add-on does, the load goes on: it is an entry or a reject. */
final class RowReader {

    private static final int LONGEST_REASON = 200;

    private final BulkRegistry registry;
    private final Coverage coverage;

    RowReader(BulkRegistry registry) {
        this.registry = registry;
        this.coverage = registry.coverage();
    }

    Kept read(Row row) throws RejectedRow {
        try {
            RegistryEntry entry = registry.read(row);
            if (!Entries.keeps(entry)) {
                throw new RejectedRow("The number is missing, or a value is longer than the desk keeps.");
            }
            return new Kept(entry, registry.judge(entry).verdict(), keys(entry));
        } catch (RejectedRow refused) {
            throw shortened(refused);
        } catch (RuntimeException broken) {
            throw new RejectedRow("The registry's add-on failed on this row.");
        }
    }

    private static RejectedRow shortened(RejectedRow refused) {
        String reason = "" + refused.getMessage();
        if (reason.length() <= LONGEST_REASON) {
            return refused;
        }
        String begin = reason.substring(0, LONGEST_REASON);
        return refused.isExpected() ? RejectedRow.ofAnotherKind(begin) : new RejectedRow(begin);
    }

    private Set<String> keys(RegistryEntry entry) {
        Set<String> keys = new LinkedHashSet<>();
        if (coverage.foundBy().contains(FoundBy.LICENCE)) {
            licences(entry)
                    .filter(licence -> !licence.isBlank())
                    .forEach(licence -> keys.add(Entries.licenceKey(licence.digits())));
        }
        if (coverage.foundBy().contains(FoundBy.NAME)) {
            keys.add(Entries.nameKey(NameMatch.search(entry.givenName(), entry.familyName())));
            entry.otherNames()
                    .forEach(name -> keys.add(Entries.nameKey(NameMatch.search(
                            name.givenName().isEmpty() ? entry.givenName() : name.givenName(), name.familyName()))));
        }
        return keys;
    }

    private Stream<LicenceNumber> licences(RegistryEntry entry) {
        String state =
                coverage.states().size() == 1 ? List.copyOf(coverage.states()).get(0) : "";
        return entry.licences().isEmpty()
                ? Stream.of(LicenceNumber.of(state, entry.number()))
                : entry.licences().stream().map(licence -> LicenceNumber.of(licence.state(), licence.number()));
    }
}
