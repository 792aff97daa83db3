package org.curbside.identity.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.DeskDatabase;
import org.curbside.identity.internal.StatusRegistry;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.testkit.NppesFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

    private final Path folder;
    private Books books;
    private Loader loader;
    private int loads;

    LoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        books = new Books(DeskDatabase.fresh());
        loader = loader(new StatusRegistry());
    }

    @Test
    void what_cannot_be_used_is_counted_and_written_down_with_its_line_and_reason() throws IOException {
        Path file = write("no,other,name,status", "1,x,\"O\"\"Neil, A\",", "b,x,B,", "3,x,\"C,", "4,x,D", "5,x,E,odd");
        LoadReport report = load(file);
        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.reasons()).hasSize(3).containsValue(1L);
        assertThat(entries().find("statuses", "1").orElseThrow().familyName()).isEqualTo("O\"Neil, A");
        assertThat(Files.readAllLines(folder.resolve("file.csv.rejects.csv")))
                .containsExactly(
                        "line,reason",
                        "3,\"The number is not made of digits.\"",
                        "4,\"A quote is not closed.\"",
                        "5,\"The row has more or fewer values than there are columns.\"");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_newer_one_overwrites() throws IOException {
        load(write("number,name", "1,A", "2,B"));
        LoadReport again = load(write("number,name", "1,A", "2,B"));
        assertThat(again.resumedAt()).isEqualTo(2);
        assertThat(loads).isEqualTo(2);
        assertThat(again.stored()).isEqualTo(2);
        assertThat(again.bytes()).isEqualTo(again.totalBytes());
        load(write("number,name", "1,A", "2,C", "3,D"));
        assertThat(entries().count("statuses")).isEqualTo(3);
        assertThat(entries().find("statuses", "2").orElseThrow().familyName()).isEqualTo("C");
    }

    @Test
    void a_file_that_differs_in_one_letter_deep_inside_is_another_file() throws IOException {
        List<String> lines = numbered(20_000);
        load(write(lines.toArray(String[]::new)));
        lines.set(15_000, "15000,Came anew 15000".substring(0, lines.get(15_000).length()));
        LoadReport report = load(write(lines.toArray(String[]::new)));
        assertThat(report.resumedAt()).isZero();
        assertThat(entries().find("statuses", "15000").orElseThrow().familyName())
                .startsWith("Came");
    }

    @Test
    void a_load_that_was_broken_off_ends_as_if_it_had_not_been() throws Exception {
        Path file = folder.resolve("npidata.csv");
        NppesFile.write(file, 20_000, 700, 7);
        loader = loader(new MadeUpNppes());
        LoadReport whole = load(file);
        List<String> table = table();
        List<String> rejects = Files.readAllLines(Path.of(whole.rejects()));
        Files.delete(Path.of(whole.rejects()));

        books = new Books(DeskDatabase.fresh());
        loader = loader(new MadeUpNppes());
        assertThatThrownBy(() -> loader.load("statuses", file, report -> {
                    if (report.rows() >= 9_000) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }))
                .hasMessage("pulled the plug");
        Files.writeString(Path.of(whole.rejects()), "half a li", StandardOpenOption.APPEND);
        LoadReport resumed = load(file);

        assertThat(resumed.resumedAt()).isEqualTo(10_000);
        assertThat(table()).hasSize((int) whole.stored()).isEqualTo(table);
        assertThat(Files.readAllLines(Path.of(resumed.rejects()))).hasSize(701).isEqualTo(rejects);
        assertThat(List.of(resumed.rows(), resumed.stored(), resumed.rejected()))
                .containsExactly(20_000L, 19_300L, 700L);
        assertThat(resumed.reasons())
                .isEqualTo(whole.reasons())
                .containsOnlyKeys("A quote is not closed.", "The row has more or fewer values than there are columns.");
    }

    @Test
    void a_number_that_comes_twice_counts_as_it_came_last() throws IOException {
        LoadReport report = load(write("number,name", "1,A", "1,B"));
        assertThat(report.stored()).isEqualTo(2);
        assertThat(entries().count("statuses")).isEqualTo(1);
        assertThat(entries().find("statuses", "1").orElseThrow().familyName()).isEqualTo("B");
    }

    @Test
    void a_mark_a_carriage_return_a_last_separator_and_an_empty_line_do_no_harm() throws IOException {
        LoadReport report = load(write("\uFEFFnumber,name\r", "1,A,\r", "\r", "2,B\r", "", "3,\"C\"\r"));
        assertThat(report.reasons()).isEmpty();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(entries().find("statuses", "3").orElseThrow().familyName()).isEqualTo("C");
    }

    @Test
    void what_no_table_takes_is_rejected_and_the_load_goes_on() throws IOException {
        LoadReport report = load(write(
                "number,name",
                "1,A\u0000B",
                "2," + "x".repeat(301),
                "3" + "0".repeat(40) + ",C",
                "4," + "x".repeat(Lines.LONGEST),
                "5,E"));
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.reasons())
                .containsOnly(
                        Map.entry("The number is missing, or a value is longer than the desk keeps.", 2L),
                        Map.entry("The line is longer than a row can be.", 1L));
        assertThat(entries().find("statuses", "1").orElseThrow().familyName()).isEqualTo("A B");
    }

    @Test
    void an_add_on_that_breaks_on_a_row_loses_that_row_only() throws IOException {
        LoadReport report = load(write("number,name", "1,A", "2,broken", "3,C"));
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.reasons()).containsOnlyKeys("The registry's add-on failed on this row.");
    }

    @Test
    void a_registry_is_loaded_by_one_at_a_time() throws IOException {
        Path file = write(numbered(5_000).toArray(String[]::new));
        assertThatThrownBy(() -> loader.load("statuses", file, report -> {
                    try {
                        loader.load("statuses", file, inner -> {});
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .hasMessage("This registry is being loaded already. Wait until it is done.");
        assertThat(load(file).stored()).isEqualTo(5_000);
    }

    @Test
    void the_published_sample_is_taken_whole() throws IOException {
        String name = "data/nppes/npidata_pfile_sample.csv";
        Optional<Path> sample = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(sample.isPresent(), "Skipped: there is no ../shared/" + name);
        loader = loader(new MadeUpNppes());
        LoadReport report = load(Files.copy(sample.orElseThrow(), folder.resolve("sample.csv")));
        assertThat(report.rows()).isEqualTo(501);
        assertThat(report.reasons()).isEmpty();
        assertThat(entries().count("statuses")).isEqualTo(501);
    }

    @Test
    void a_file_of_something_else_is_refused_as_a_whole() throws IOException {
        Path other = write("a,b", "1,2");
        assertThatThrownBy(() -> load(other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("it has no column \"number\"");
        assertThatThrownBy(() -> load(write())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> loader.load("unknown", other, report -> {}))
                .hasMessageContaining("Installed: [statuses]");
        assertThatThrownBy(() -> load(folder.resolve("nowhere"))).hasMessageContaining("There is no file");
    }

    private Loader loader(BulkRegistry registry) {
        BulkRegistries registries = new BulkRegistries();
        registries.addRegistry(registry, Map.of("curbside.registry.id", "statuses"));
        return new Loader(registries, books, () -> loads++, new Running());
    }

    private static List<String> numbered(int rows) {
        List<String> lines = new ArrayList<>(List.of("number,name"));
        for (int i = 1; i <= rows; i++) {
            lines.add(i + ",Name " + i);
        }
        return lines;
    }

    private List<String> table() {
        return books.query(
                row -> {
                    StringBuilder values = new StringBuilder();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.append(row.getString(column)).append('|');
                    }
                    return values.toString();
                },
                "select * from registry_entry order by registry, number");
    }

    private LoadReport load(Path file) throws IOException {
        return loader.load("statuses", file, report -> {});
    }

    private Entries entries() {
        return new Entries(books);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("file.csv"), List.of(lines));
    }

    /** A clock that has always moved on by a second when it is looked at. */
    private static final class Running extends Clock {
        private Instant now = Instant.parse("2026-03-04T05:06:07Z");

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
