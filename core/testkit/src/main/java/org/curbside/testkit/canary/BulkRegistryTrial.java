package org.curbside.testkit.canary;

import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;

/** Whatever a row holds, it is read and judged, or refused by the exception that is for that. */
record BulkRegistryTrial(BulkRegistry registry, Calls calls) implements Trial {

    @Override
    public void run(String id) throws Broken {
        List<Column> columns = calls.of("columns", registry::columns);
        Broken.unless(!columns.isEmpty(), "It has no columns.");
        Broken.unless(!calls.of("title", registry::title).isBlank(), "It has no title.");
        calls.of("charset", registry::charset);
        calls.of("delimiter", registry::delimiter);
        calls.of("quoted", registry::quoted);
        calls.of("headers", registry::headers);
        Coverage coverage = calls.of("coverage", registry::coverage);
        Broken.unless(!coverage.foundBy().isEmpty(), "Nobody could be found in it.");
        List<String> headers = columns.stream().map(Column::name).toList();
        calls.of("edition", () -> registry.edition("file.csv", headers));
        calls.of("edition", () -> registry.edition("99999999", List.of()));
        for (String value : List.of("", "1", "A", "1234567893", "01/31/2019")) {
            Optional<RegistryEntry> entry =
                    calls.unlessRefused("read", RejectedRow.class, () -> registry.read(column -> value));
            if (entry.isPresent()) {
                calls.of("judge", () -> registry.judge(entry.get()));
            }
        }
    }
}
