package org.curbside.identity.internal.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.identity.internal.store.Loads.Done;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * One load of one file. Rows are stored by the batch; how far the load has come is noted in the transaction of each batch,
 * so a load that was broken off goes on behind the last batch that is on disk. Memory holds one batch, however long the
 * file is.
 */
final class BulkLoad {

    private static final long TELL_MILLIS = 1_000;
    private static final int MOST_REASONS = 50;

    private final String id;
    private final BulkRegistry registry;
    private final Path file;
    private final Books books;
    private final Clock clock;
    private final Batch batch = new Batch();
    private final RejectFile rejects;
    private Done done = Done.NOTHING;
    private String mark = "";
    private long resumedAt;
    private long began;
    private long told;

    BulkLoad(String id, BulkRegistry registry, Path file, Books books, Clock clock) {
        this.id = id;
        this.registry = registry;
        this.file = file;
        this.books = books;
        this.clock = clock;
        this.rejects = new RejectFile(file);
    }

    LoadReport run(Consumer<LoadReport> progress) throws IOException {
        began = clock.millis();
        mark = FileMark.of(file, registry.columns());
        done = new Loads(books).find(id, mark).orElse(Done.NOTHING);
        resumedAt = done.rows();
        if (done.finished()) {
            return report(Files.size(file));
        }
        try (Lines lines = new Lines(file, registry.charset())) {
            RowReader reader = new RowReader(registry, header(lines));
            done = done.withRejectBytes(rejects.open(done.rejectBytes()));
            read(lines, reader, progress);
            flush(true);
            return report(Files.size(file));
        }
    }

    private Header header(Lines lines) throws IOException {
        @Nullable String line = lines.next();
        List<String> values = new ArrayList<>();
        if (line == null || lines.cut() || !Line.split(line, registry.delimiter(), values)) {
            throw Refusal.invalid("header-missing", "file", "The file does not begin with a line of column names.");
        }
        return Header.bind(registry, values);
    }

    private void read(Lines lines, RowReader reader, Consumer<LoadReport> progress) throws IOException {
        long number = 1;
        long skip = done.rows();
        for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (line.isBlank() || skip-- > 0) {
                continue;
            }
            try {
                batch.add(reader.read(line, lines.cut()));
            } catch (RejectedRow refused) {
                batch.reject(number, counted("" + refused.getMessage()));
            }
            if (batch.full()) {
                flush(false);
                tell(progress, lines);
            }
        }
    }

    /** Reasons are few; an add-on that repeats the row in each would fill the memory with them. */
    private String counted(String reason) {
        return done.reasons().size() < MOST_REASONS || done.reasons().containsKey(reason) ? reason : "Another reason.";
    }

    /** Rejects are on disk before the batch is noted as done, so that none is ever missing. */
    private void flush(boolean finished) throws IOException {
        Done next = new Done(
                done.rows() + batch.rows(),
                done.stored() + batch.accepted(),
                done.rejected() + batch.rejects().size(),
                batch.rejects().isEmpty() ? done.rejectBytes() : rejects.add(batch.rejects()),
                finished,
                batch.reasons(done.reasons()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        done = books.inTransaction(connection -> {
            Entries.store(connection, id, batch.entries());
            Loads.note(connection, id, mark, next, today);
            return next;
        });
        batch.clear();
    }

    private void tell(Consumer<LoadReport> progress, Lines lines) throws IOException {
        long now = clock.millis();
        if (now - told >= TELL_MILLIS) {
            told = now;
            progress.accept(report(Math.min(lines.characters(), Files.size(file))));
        }
    }

    private LoadReport report(long bytes) throws IOException {
        return new LoadReport(
                done.rows(),
                done.stored(),
                done.rejected(),
                done.reasons(),
                rejects.path().toString(),
                resumedAt,
                bytes,
                Files.size(file),
                clock.millis() - began);
    }
}
