package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.export.ExportFormatId;
import org.curbside.spi.export.Release;
import org.junit.jupiter.api.Test;

/** The promises that every {@link ExportFormat} makes. */
public abstract class ExportFormatContract {

    protected abstract ExportFormat format();

    /** Cells of a table as a reader of this format sees them, its header among them; by row. */
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
    void the_same_release_gives_the_same_bytes_anywhere() throws IOException {
        byte[] here = write(SampleRelease.small());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Pacific/Kiritimati")));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(write(SampleRelease.small())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void a_suppressed_cell_is_neither_zero_nor_empty_nor_another_value() throws IOException {
        List<List<String>> rows = read(write(SampleRelease.small()), SampleRelease.TABLE);
        String suppressed = rows.get(SampleRelease.SUPPRESSED_ROW).get(1);
        String zero = rows.get(SampleRelease.ZERO_ROW).get(1);
        String empty = rows.get(SampleRelease.EMPTY_ROW).get(1);
        assertThat(suppressed).isNotEqualTo(zero).isNotEqualTo(empty).isNotBlank();
        assertThat(zero).isEqualTo("0");
    }

    @Test
    void values_come_back_as_they_were_or_disarmed() throws IOException {
        List<List<String>> rows = read(write(SampleRelease.small()), SampleRelease.TABLE);
        assertThat(rows).hasSize(SampleRelease.ROWS + 1).allMatch(row -> row.size() == 3);
        assertThat(rows.get(SampleRelease.AWKWARD_ROW).get(2)).isEqualTo(SampleRelease.AWKWARD);
        assertThat(rows.get(SampleRelease.FORMULA_ROW).get(2))
                .endsWith(SampleRelease.FORMULA)
                .doesNotStartWith("=");
        assertThat(rows.get(SampleRelease.NEGATIVE_ROW).get(1)).isEqualTo("-3");
    }

    @Test
    void codebook_and_method_are_in_the_file() throws IOException {
        String text = text(write(SampleRelease.small()));
        assertThat(text).contains(SampleRelease.COLUMN_LABEL, SampleRelease.POPULATION, SampleRelease.NOISE);
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
    void a_ofRowstable_is_written_in_time() {
        CountingStream out = new CountingStream();
        Promises.inTime(() -> {
            format().write(SampleRelease.ofRows(100_000), out);
            return out;
        });
        assertThat(out.bytes).isPositive();
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

    private static final class CountingStream extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
