package org.curbside.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.curbside.spi.export.Cell;
import org.curbside.spi.export.ExportFormatId;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;

/** Faults in how a format treats the file as a whole and the stream that it goes to. */
final class FileFaults {

    private FileFaults() {}

    @Breaks("it_states_a_lasting_id_a_media_type_and_an_extension")
    static final class NamesNoId extends TabbedFormat {}

    @ExportFormatId(id = "Tabbed 1.0", mediaType = "text/plain", extension = "tsv")
    @Breaks("it_states_a_lasting_id_a_media_type_and_an_extension")
    static final class NamesAnIdThatCannotBeStored extends TabbedFormat {}

    @ExportFormatId(id = "tabbed", mediaType = "tsv", extension = "tsv")
    @Breaks("it_states_a_lasting_id_a_media_type_and_an_extension")
    static final class NamesNoMediaType extends TabbedFormat {}

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = ".tsv")
    @Breaks("it_states_a_lasting_id_a_media_type_and_an_extension")
    static final class WritesTheDotOfTheExtension extends TabbedFormat {}

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks({
        "the_same_release_gives_the_same_bytes_at_any_time",
        "the_same_release_gives_the_same_bytes_anywhere",
        "many_threads_write_the_same"
    })
    static final class WritesTheTime extends TabbedFormat {
        @Override
        void method(MethodCard card, Writer writer) throws IOException {
            super.method(card, writer);
            writer.write("Written at " + System.nanoTime());
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("the_same_release_gives_the_same_bytes_at_any_time")
    static final class WritesTheDay extends TabbedFormat {
        @Override
        void method(MethodCard card, Writer writer) throws IOException {
            super.method(card, writer);
            writer.write("Written on " + LocalDate.now(ZoneOffset.UTC));
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("the_same_release_gives_the_same_bytes_anywhere")
    static final class WritesInTheMachinesZone extends TabbedFormat {
        @Override
        void method(MethodCard card, Writer writer) throws IOException {
            super.method(card, writer);
            writer.write("Issued " + Instant.EPOCH.atZone(java.time.ZoneId.systemDefault()));
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("the_same_release_gives_the_same_bytes_anywhere")
    static final class WritesInTheMachinesLanguage extends TabbedFormat {
        @Override
        void method(MethodCard card, Writer writer) throws IOException {
            super.method(card, writer);
            writer.write(String.format(Locale.getDefault(), "Scale %.1f", 2.0));
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks({"every_table_is_in_the_file", "a_suppressed_cell_is_neither_empty_nor_a_number"})
    static final class WritesTheFirstTableOnly extends TabbedFormat {
        @Override
        List<Table> tables(Release release) {
            return release.tables().subList(0, 1);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_table_without_rows_has_its_header")
    static final class WritesNothingOfATableWithoutRows extends TabbedFormat {
        @Override
        void table(Table table, Writer writer) throws IOException {
            boolean first = true;
            for (List<Cell> row : table.rows()) {
                if (first) {
                    line(
                            writer,
                            table.columns().stream()
                                    .map(column -> column.name())
                                    .toList());
                    first = false;
                }
                row(table.columns(), row, writer);
            }
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("the_codebook_is_in_the_file")
    static final class LeavesOutTheCodebook extends TabbedFormat {
        @Override
        void codebook(Release release, Writer writer) {}
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("the_method_card_is_in_the_file")
    static final class LeavesOutHowOftenPeopleAnswered extends TabbedFormat {
        @Override
        void method(MethodCard card, Writer writer) throws IOException {
            super.method(
                    new MethodCard(
                            card.population(),
                            card.physicians(),
                            card.from(),
                            card.until(),
                            "",
                            card.weighting(),
                            card.noise(),
                            card.suppression()),
                    writer);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("the_stream_is_the_callers_to_close")
    static final class ClosesTheStream extends TabbedFormat {
        @Override
        public void write(Release release, OutputStream out) throws IOException {
            super.write(release, out);
            out.close();
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_stream_that_breaks_is_reported")
    static final class PrintsAndNeverLooksBack extends TabbedFormat {
        @Override
        public void write(Release release, OutputStream out) throws IOException {
            super.write(release, new PrintStream(out, false, StandardCharsets.UTF_8));
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_stream_that_breaks_is_reported")
    static final class ThrowsWhatNobodyCatches extends TabbedFormat {
        @Override
        public void write(Release release, OutputStream out) {
            try {
                super.write(release, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("a_long_table_is_read_once_and_written_meanwhile")
    static final class GathersTheWholeFileFirst extends TabbedFormat {
        @Override
        public void write(Release release, OutputStream out) throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            super.write(release, whole);
            whole.writeTo(out);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks({"a_long_table_is_read_once_and_written_meanwhile", "a_table_without_rows_has_its_header"})
    static final class CountsTheRowsFirst extends TabbedFormat {
        @Override
        void table(Table table, Writer writer) throws IOException {
            table.rows().forEach(row -> {});
            super.table(table, writer);
        }
    }

    @ExportFormatId(id = "tabbed", mediaType = "text/plain", extension = "tsv")
    @Breaks("many_threads_write_the_same")
    static final class WorksForOneThreadOnly extends TabbedFormat {
        private final Thread mine = Thread.currentThread();

        @Override
        String suppressed() {
            return Thread.currentThread() == mine ? super.suppressed() : "hidden";
        }
    }
}
