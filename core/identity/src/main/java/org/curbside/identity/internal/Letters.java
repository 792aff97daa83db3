package org.curbside.identity.internal;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LetterBatch;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.letter.LetterPress;
import org.curbside.identity.internal.store.Batches;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.CaseRow;
import org.curbside.identity.internal.store.Cases;

/** Letters that prove possession, printed in batches. */
final class Letters {

    private static final int MOST_LETTERS = 200;

    private final Cases cases;
    private final Batches batches;
    private final Seal seal;
    private final LetterPress press = new LetterPress();
    private final Supplier<LocalDate> days;

    /**
     * Of the desk's cases.
     *
     * @param days tells what day it is
     */
    Letters(Books books, Seal seal, Supplier<LocalDate> days) {
        this.cases = new Cases(books);
        this.batches = new Batches(books);
        this.seal = seal;
        this.days = days;
    }

    /** Those that can be answered, after that number. */
    Page<Letter> waiting(long after, int limit) {
        int size = Page.size(limit);
        List<Letter> found = cases.letters(after, size + 1, days.get()).stream()
                .map(this::letter)
                .toList();
        return Page.of(found, size, Letter::number);
    }

    /** Puts those into a batch that are in none, or refuses. */
    LetterBatch batch(String operator) {
        List<Long> printable = printable();
        LocalDate today = days.get();
        return batches.add(printable, operator, today, today.plusDays(Possession.CODE_DAYS)).stream()
                .map(number -> batches.before(number + 1, 1, today).get(0))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("no-new-letters", "There is no letter that is not printed yet."));
    }

    /** Letters in no batch, oldest first; those that cannot be printed do not stand in the way of the others. */
    private List<Long> printable() {
        List<Long> printable = new ArrayList<>();
        long after = 0;
        List<CaseRow> some = cases.batch(0, after, Page.MOST, days.get());
        while (!some.isEmpty()) {
            some.stream()
                    .filter(row -> press.obstacle(lines(row)).isEmpty())
                    .map(CaseRow::id)
                    .forEach(printable::add);
            if (printable.size() >= MOST_LETTERS) {
                return printable.subList(0, MOST_LETTERS);
            }
            after = some.get(some.size() - 1).id();
            some = cases.batch(0, after, Page.MOST, days.get());
        }
        return printable;
    }

    /** Batches before that number. */
    Page<LetterBatch> batches(long before, int limit) {
        int size = Page.size(limit);
        return Page.of(batches.before(before, size + 1, days.get()), size, LetterBatch::number);
    }

    /** Writes a batch as PDF, or refuses. */
    void print(long batch, OutputStream out) {
        List<LetterPress.Sheet> sheets = batch == 0
                ? List.of()
                : cases.batch(batch, 0, MOST_LETTERS, days.get()).stream()
                        .map(this::sheet)
                        .toList();
        if (sheets.isEmpty()) {
            throw Refusal.notFound(
                    "no-such-batch", "There is no batch with this number in which a letter can still be answered.");
        }
        press.print(sheets, out);
    }

    private LetterPress.Sheet sheet(CaseRow row) {
        String code = seal.letterCode(row.letter());
        return new LetterPress.Sheet(row.id(), lines(row), row.claim().npi(), code, row.expires());
    }

    private Letter letter(CaseRow row) {
        List<String> lines = lines(row);
        return new Letter(
                row.id(),
                lines,
                seal.letterCode(row.letter()),
                row.expires(),
                row.batch(),
                press.obstacle(lines).orElse(""));
    }

    private static List<String> lines(CaseRow row) {
        List<String> lines = new ArrayList<>(row.address());
        lines.add(0, row.claimed().toUpperCase(Locale.ROOT));
        return lines;
    }
}
