package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.ExportFormatId;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The promises that every {@link ExportFormat} makes. To test yours, extend this class in a class whose name ends in
 * {@code Test}, return a new format from {@link #format}, and read a file back in the other two methods, by a library that
 * had no part in writing it; some thirty lines in all. What is written is a {@link SampleRelease}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ExportFormatContract {

    private static final String NUMBER = "[-+]?[0-9.,]+";
    private static final int MANY = 100_000;
    private static final long MOMENT_NANOS = 20_000_000;

    /** A new one at every call. */
    protected abstract ExportFormat format();

    /**
     * Cells of a table as a reader of this format sees them, by row. The first row is the header, and holds the names of the
     * variables. A reader sees a mark where a cell is suppressed, in words of the format's own.
     */
    protected abstract List<List<String>> read(byte[] file, String table) throws IOException;

    /** All text of the file, whatever it is packed in. */
    protected abstract String text(byte[] file) throws IOException;

    @Test
    void it_states_a_lasting_id_a_media_type_and_an_extension() {
        Promises.assertId(format(), ExportFormatId.class, ExportFormatId::id);
        ExportFormatId id = format().getClass().getAnnotation(ExportFormatId.class);
        assertThat(id.mediaType()).matches("[a-z]+/[a-z0-9.+-]+");
        assertThat(id.extension()).matches("[a-z0-9]{1,8}");
    }

    @Test
    void the_same_release_gives_the_same_bytes_anywhere() throws Exception {
        Promises.assertSameAnywhere(() -> write(SampleRelease.small()));
    }

    @Test
    void the_same_release_gives_the_same_bytes_at_any_time() throws IOException {
        byte[] first = write(SampleRelease.small());
        LockSupport.parkNanos(MOMENT_NANOS);
        assertThat(write(SampleRelease.small())).isEqualTo(first);
        assertThat(text(first)).doesNotContain(Year.now(ZoneOffset.UTC).toString());
    }

    @Test
    void a_suppressed_cell_is_neither_empty_nor_a_number() throws IOException {
        byte[] file = write(SampleRelease.small());
        List<List<String>> rows = read(file, SampleRelease.TABLE);
        String suppressed = rows.get(SampleRelease.SUPPRESSED_ROW).get(1);
        assertThat(suppressed).isNotBlank().doesNotMatch(NUMBER);
        assertThat(rows.get(SampleRelease.ZERO_ROW).get(1)).isEqualTo("0");
        assertThat(rows.get(SampleRelease.EMPTY_ROW).get(1)).isNotEqualTo(suppressed);
        assertThat(read(file, SampleRelease.OTHER_TABLE).get(2).get(1)).isEqualTo(suppressed);
    }

    @Test
    void values_come_back_where_and_as_they_were() throws IOException {
        List<List<String>> rows = read(write(SampleRelease.small()), SampleRelease.TABLE);
        assertThat(rows).hasSize(SampleRelease.ROWS + 1).allMatch(row -> row.size() == 3);
        assertThat(rows.get(0)).containsExactly("region", "ballots", "remark");
        assertThat(rows.subList(1, SampleRelease.FORMULA_ROW))
                .extracting(row -> row.get(0))
                .containsExactly("West", "East", "North", "South", "Isles");
        assertThat(rows.get(SampleRelease.AWKWARD_ROW).get(2)).isEqualTo(SampleRelease.AWKWARD);
        assertThat(rows.get(SampleRelease.NEGATIVE_ROW).get(1)).isEqualTo("-3");
    }

    @Test
    void no_text_runs_as_a_formula() throws IOException {
        byte[] file = write(SampleRelease.small());
        List<List<String>> rows = read(file, SampleRelease.TABLE);
        for (int i = 0; i < SampleRelease.FORMULAS.size(); i++) {
            List<String> row = rows.get(SampleRelease.FORMULA_ROW + i);
            for (String text : List.of(row.get(0), row.get(2))) {
                assertThat(text).endsWith(SampleRelease.FORMULAS.get(i)).doesNotMatch("(?s)[=+@\\t-].*");
            }
        }
        assertThat(text(file)).doesNotContainPattern("(?m)(^|[,;\\t\"])" + "\\Q" + SampleRelease.FORMULA_LABEL + "\\E");
    }

    @Test
    void every_table_is_in_the_file() throws IOException {
        List<List<String>> rows = read(write(SampleRelease.small()), SampleRelease.OTHER_TABLE);
        assertThat(rows).hasSize(3);
        assertThat(rows.subList(0, 2)).containsExactly(List.of("week", "share"), List.of("2019-W49", "0.25"));
    }

    @Test
    void a_table_without_rows_has_its_header() throws IOException {
        assertThat(read(write(SampleRelease.ofRows(0)), SampleRelease.TABLE))
                .containsExactly(List.of("region", "ballots", "remark"));
    }

    @Test
    void the_codebook_is_in_the_file() throws IOException {
        assertThat(text(write(SampleRelease.small())))
                .contains(SampleRelease.COLUMN_LABEL, SampleRelease.FORMULA_LABEL, SampleRelease.MEANING);
    }

    @Test
    void the_method_card_is_in_the_file() throws IOException {
        MethodCard card = SampleRelease.small().method();
        assertThat(text(write(SampleRelease.small())))
                .contains(card.population(), card.physicians(), card.responseRate(), card.weighting())
                .contains(card.noise(), card.suppression())
                .contains(card.from().toString(), card.until().toString());
    }

    @Test
    void the_stream_is_the_callers_to_close() throws IOException {
        boolean[] closed = {false};
        format().write(SampleRelease.small(), new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isFalse();
    }

    @Test
    void a_stream_that_breaks_is_reported() throws IOException {
        int length = write(SampleRelease.small()).length;
        for (int room : new int[] {0, length - 1}) {
            Throwable thrown = catchThrowable(() -> format().write(SampleRelease.small(), new CountingStream(room)));
            assertThat(thrown).as("only %s bytes fit", room).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_long_table_is_read_once_and_written_meanwhile() {
        CountingStream out = new CountingStream(Long.MAX_VALUE);
        AtomicLong writtenBeforeTheLastRow = new AtomicLong();
        Release release = SampleRelease.ofRows(MANY, row -> writtenBeforeTheLastRow.set(out.bytes));
        Promises.inTime(() -> {
            format().write(release, out);
            return out;
        });
        assertThat(writtenBeforeTheLastRow).hasPositiveValue();
    }

    @Test
    void many_threads_write_the_same() throws Exception {
        ExportFormat format = format();
        Promises.assertSameFromManyThreads(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(SampleRelease.small(), out);
            return Arrays.hashCode(out.toByteArray());
        });
    }

    private byte[] write(Release release) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format().write(release, out);
        return out.toByteArray();
    }

    /** Breaks when its room is used up. */
    private static final class CountingStream extends OutputStream {

        private final long room;
        private long bytes;

        CountingStream(long room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            count(length);
        }

        private void count(int length) throws IOException {
            bytes += length;
            if (bytes > room) {
                throw new IOException("There is no room left.");
            }
        }
    }
}
