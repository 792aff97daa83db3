package org.curbside.identity.internal.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.identity.internal.store.Loads.Done;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;

/**
 * One load of one file. Rows are stored by the batch; how far the load has come is noted in the transaction of each batch,
 * so a load that was broken off goes on behind the last batch that is on disk. Memory holds one batch, however long the
 * file is.
 */
final class BulkLoad {

    private static final int BATCH = 2_000;
    private static final long TELL_MILLIS = 1_000;
    private static final String REJECTS = ".rejects.csv";

    private final String id;
    private final BulkRegistry registry;
    private final Path file;
    private final Books books;
    private final Clock clock;
    private final List<RegistryEntry> batch = new ArrayList<>(BATCH);
    private final List<String> rejects = new ArrayList<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private long rows;
    private long stored;
    private long rejected;
    private long bytes;
    private long resumedAt;
    private long began;
    private long told;

    BulkLoad(String id, BulkRegistry registry, Path file, Books books, Clock clock) {
        this.id = id;
        this.registry = registry;
        this.file = file;
        this.books = books;
        this.clock = clock;
    }

    LoadReport run(Consumer<LoadReport> progress) throws IOException {
        began = clock.millis();
        String mark = FileMark.of(file);
        Done before = new Loads(books).find(id, mark).orElse(Done.NOTHING);
        resumedAt = before.rows();
        if (before.finished()) {
            rows = before.rows();
            stored = before.stored();
            rejected = before.rejected();
            bytes = Files.size(file);
            return report();
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), registry.charset()), 1 << 16)) {
            read(lines, before, mark, progress);
        }
        flush(mark, true);
        return report();
    }

    private void read(BufferedReader lines, Done before, String mark, Consumer<LoadReport> progress)
            throws IOException {
        List<String> values = new ArrayList<>();
        String line = lines.readLine();
        if (line == null || !Line.split(line, registry.delimiter(), values)) {
            throw Refusal.invalid("header-missing", "file", "The file does not begin with a line of column names.");
        }
        Header header = Header.bind(registry, List.copyOf(values));
        bytes = line.length() + 1L;
        while ((line = lines.readLine()) != null) {
            rows++;
            bytes += line.length() + 1L;
            if (rows <= before.rows()) {
                stored = before.stored();
                rejected = before.rejected();
                continue;
            }
            row(header, line, values);
            if (batch.size() + rejects.size() >= BATCH) {
                flush(mark, false);
                tell(progress);
            }
        }
    }

    private void row(Header header, String line, List<String> values) {
        if (!Line.split(line, registry.delimiter(), values)) {
            reject("A quote is not closed.");
        } else if (values.size() != header.width()) {
            reject("The row has more or fewer values than there are columns.");
        } else {
            try {
                batch.add(registry.read(header.row(values)));
            } catch (RejectedRow refused) {
                reject("" + refused.getMessage());
            }
        }
    }

    private void reject(String reason) {
        reasons.merge(reason, 1L, Long::sum);
        rejects.add(rows + 1 + ",\"" + reason.replace("\"", "\"\"") + "\"");
    }

    private void flush(String mark, boolean finished) throws IOException {
        long nowStored = stored + batch.size();
        long nowRejected = rejected + rejects.size();
        writeRejects();
        Done done = new Done(rows, nowStored, nowRejected, finished);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        books.inTransaction(connection -> {
            Entries.store(connection, id, batch);
            Loads.note(connection, id, mark, done, today);
            return done;
        });
        stored = nowStored;
        rejected = nowRejected;
        batch.clear();
        rejects.clear();
    }

    /** Written before the batch is noted as done: after an interruption a reject may stand there twice, never not at all. */
    private void writeRejects() throws IOException {
        Path out = file.resolveSibling(file.getFileName() + REJECTS);
        boolean fresh = rejected == 0 && resumedAt == 0;
        if (rejects.isEmpty() && !fresh) {
            return;
        }
        StandardOpenOption how = fresh ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try (Writer writer = Files.newBufferedWriter(
                out, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            if (fresh) {
                writer.write("line,reason\n");
            }
            for (String reject : rejects) {
                writer.write(reject + "\n");
            }
        }
    }

    private void tell(Consumer<LoadReport> progress) throws IOException {
        long now = clock.millis();
        if (now - told >= TELL_MILLIS) {
            told = now;
            progress.accept(report());
        }
    }

    private LoadReport report() throws IOException {
        return new LoadReport(
                rows, stored, rejected, reasons, resumedAt, bytes, Files.size(file), clock.millis() - began);
    }
}
