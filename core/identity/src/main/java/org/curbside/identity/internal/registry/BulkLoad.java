package org.curbside.identity.internal.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.identity.LoadTerms;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.identity.internal.store.Loads.Done;
import org.curbside.identity.internal.store.Loads.Load;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Edition;
import org.curbside.spi.verification.RejectedRow;

/**
 * One load of one file. Rows are stored by the batch; how far the load has come is noted in the transaction of each batch,
 * so a load that was broken off goes on behind the last batch that is on disk. Memory holds one batch, however long the
 * file is. A full load removes at its end, in the transaction of its last batch, what it has not brought; until then whoever
 * was in the registry is.
 */
final class BulkLoad {

    private static final long TELL_MILLIS = 1_000;
    private static final int MOST_REASONS = 50;

    private final String id;
    private final BulkRegistry registry;
    private final Path file;
    private final LoadTerms terms;
    private final Books books;
    private final Loads loads;
    private final Clock clock;
    private final Batch batch = new Batch();
    private final RejectFile rejects;
    private Load load = new Load(0, false, LocalDate.EPOCH, Done.NOTHING);
    private Done done = Done.NOTHING;
    private String mark = "";
    private long resumedAt;
    private long removed;
    private long began;
    private long told;

    BulkLoad(String id, BulkRegistry registry, Path file, LoadTerms terms, Books books, Clock clock) {
        this.id = id;
        this.registry = registry;
        this.file = file;
        this.terms = terms;
        this.books = books;
        this.loads = new Loads(books);
        this.clock = clock;
        this.rejects = new RejectFile(file);
    }

    LoadReport run(Consumer<LoadReport> progress) throws IOException {
        began = clock.millis();
        mark = FileMark.of(file, registry.columns());
        Optional<Load> begun = loads.open(id, mark);
        if (begun.isPresent() && begun.get().done().finished()) {
            goOn(begun.get());
            return report(Files.size(file), Files.size(file));
        }
        try (Source source = Source.open(file);
                Rows rows = source.rows(registry)) {
            goOn(begun.isPresent() ? begun.get() : begin(source.name(), rows));
            done = done.withRejectBytes(rejects.open(done.rejectBytes()));
            read(rows, source, progress);
            flush(true);
            return report(source.size(), source.size());
        }
    }

    private void goOn(Load found) {
        load = found;
        done = found.done();
        resumedAt = done.rows();
    }

    /** What the operator says counts; else what the add-on reads off the file; else the file's own day. */
    private Load begin(String name, Rows rows) throws IOException {
        Edition edition = registry.edition(name, rows.headers());
        LocalDate today = today();
        LocalDate written = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), clock.getZone());
        LocalDate asOf = terms.asOf().or(edition::asOf).orElse(written);
        return loads.begin(id, mark, terms.full().orElse(edition.full()), asOf.isAfter(today) ? today : asOf, today);
    }

    private void read(Rows rows, Source source, Consumer<LoadReport> progress) throws IOException {
        RowReader reader = new RowReader(registry);
        long skip = done.rows();
        while (rows.next()) {
            if (skip-- > 0) {
                continue;
            }
            try {
                batch.add(reader.read(rows.row()));
            } catch (RejectedRow refused) {
                batch.reject(rows.line(), counted("" + refused.getMessage()), refused);
            }
            if (batch.full()) {
                flush(false);
                tell(progress, source);
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
                done.rejected() + batch.refused(),
                batch.rejects().isEmpty() ? done.rejectBytes() : rejects.add(batch.rejects()),
                finished,
                batch.reasons(done.reasons()));
        LocalDate today = today();
        removed = books.inTransaction(connection -> {
            Entries.store(connection, id, load.number(), batch.entries());
            Loads.note(connection, id, mark, next, today);
            boolean supersedes = finished && load.full() && next.stored() > 0;
            return supersedes ? Entries.prune(connection, id, load.number()) : 0L;
        });
        done = next;
        batch.clear();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private void tell(Consumer<LoadReport> progress, Source source) {
        long now = clock.millis();
        if (now - told >= TELL_MILLIS) {
            told = now;
            progress.accept(report(source.read(), source.size()));
        }
    }

    private LoadReport report(long bytes, long totalBytes) {
        return new LoadReport(
                done.rows(),
                done.stored(),
                done.rejected(),
                done.reasons(),
                rejects.path().toString(),
                resumedAt,
                removed,
                load.full(),
                load.asOf(),
                bytes,
                totalBytes,
                clock.millis() - began);
    }
}
