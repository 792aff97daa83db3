package org.curbside.identity.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.identity.LoadTerms;
import org.curbside.identity.internal.DeskDatabase;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.curbside.identity.internal.store.Loads;
import org.curbside.spi.verification.RegistryEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final Path folder;
    private Books books;
    private Loader loader;

    ReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        books = new Books(DeskDatabase.fresh());
        BulkRegistries registries = new BulkRegistries();
        registries.addRegistry(new MadeUpBoard(), Map.of("curbside.registry.id", "board"));
        loader = new Loader(registries, books, () -> {}, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void an_array_of_objects_is_read_as_rows() throws IOException {
        LoadReport report = load(write(
                "a.json",
                "\uFEFF[{\"license_no\":\"1\",\"name\":\"A\",\"status\":\"active\",\"link\":{\"url\":[1,{}]}},",
                " {\"license_no\":2,\"name\":null,\"flag\":true}, 7,",
                " {\"name\":\"C\"}]",
                "[{\"license_no\":\"4\",\"name\":\" D \",\"status\":\"Active\"}]"));
        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.reasons())
                .containsOnly(
                        Map.entry("The row is not an object.", 1L),
                        Map.entry("The number is missing, or a value is longer than the desk keeps.", 1L));
        assertThat(entry("4").familyName()).isEqualTo("D");
        assertThat(entry("2").familyName()).isEmpty();
    }

    @Test
    void an_array_that_breaks_off_removes_nobody_and_says_so() throws IOException {
        load(write("a.json", "[{\"license_no\":\"1\",\"name\":\"A\"}]"));
        Path broken = write("b.json", "[{\"license_no\":\"2\",\"name\":\"B\"},", "{\"license_no\":\"3\"");
        assertThatThrownBy(() -> load(broken)).hasMessageContaining("Nobody was removed");
        assertThat(entries().find("board", "1")).isPresent();
        Path error = write("c.json", "{\"error\":true,\"message\":\"Too many requests\"}");
        assertThatThrownBy(() -> load(error)).hasMessageContaining("array of its objects");
    }

    @Test
    void a_large_array_is_read_on_where_it_was_broken_off() throws IOException {
        List<String> objects = new ArrayList<>();
        for (int n = 1; n <= 9_000; n++) {
            objects.add("{\"license_no\":\"" + n + "\",\"name\":\"N\"}");
        }
        Path file = write("large.json", "[" + String.join(",\n", objects) + "]");
        assertThatThrownBy(() -> loader.load("board", file, report -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .hasMessage("pulled the plug");
        LoadReport report = load(file);
        assertThat(report.resumedAt()).isEqualTo(2_000);
        assertThat(report.rows()).isEqualTo(9_000);
        assertThat(entries().count("board")).isEqualTo(9_000);
    }

    @Test
    void headers_are_known_by_their_letters_and_may_have_a_title_above() throws IOException {
        load(write("a.csv", "Licenses as of 2026", "", "LICENSE NO,Name,Status,Expires On", "1,A,active,12/31/2030"));
        assertThat(entry("1").expires()).contains(LocalDate.parse("2030-12-31"));
    }

    @Test
    void a_file_without_headers_is_known_by_its_width() throws IOException {
        LoadReport report = load(write("a.dat", "1,A,active", "2,B,revoked", "3,C"));
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(entry("1").familyName()).isEqualTo("A");
    }

    @Test
    void a_stray_quote_is_a_letter_where_quotes_mean_nothing() throws IOException {
        BulkRegistries registries = new BulkRegistries();
        registries.addRegistry(
                new MadeUpBoard() {
                    @Override
                    public boolean quoted() {
                        return false;
                    }
                },
                Map.of("curbside.registry.id", "board"));
        loader = new Loader(registries, books, () -> {}, Clock.fixed(NOW, ZoneOffset.UTC));
        load(write("a.csv", "license_no,name,", "1,\"DE,", "2,B"));
        assertThat(entry("1").familyName()).isEqualTo("\"DE");
        assertThat(entry("2").familyName()).isEqualTo("B");
    }

    @Test
    void an_archive_is_read_by_its_largest_data_file_and_gzip_as_it_is() throws IOException {
        Path zip = folder.resolve("data.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : Map.of(
                            "readme.pdf", "x".repeat(1_000),
                            "in/npidata.csv", "license_no,name\n1,A\n",
                            "in/npidata_header.csv", "license_no\n")
                    .entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        LoadReport report = load(zip);
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.bytes()).isEqualTo(report.totalBytes()).isEqualTo(20);
        Path gz = folder.resolve("data.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write("license_no,name\n2,B\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(load(gz).removed()).isEqualTo(1);
        Path sheet = folder.resolve("data.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(sheet))) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        assertThatThrownBy(() -> load(sheet)).hasMessageContaining("Save a spreadsheet as CSV");
    }

    @Test
    void a_full_load_removes_at_its_end_whom_it_has_not_brought() throws IOException {
        load(write("a.csv", "license_no,name", "1,A", "2,B", "3,C"));
        Path second = write("b.csv", many(3, 5_000));
        assertThatThrownBy(() -> loader.load("board", second, report -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .hasMessage("pulled the plug");
        assertThat(entries().find("board", "1")).isPresent();
        LoadReport report = load(second);
        assertThat(report.removed()).isEqualTo(2);
        assertThat(entries().find("board", "1")).isEmpty();
        assertThat(entries().find("board", "3")).isPresent();
        assertThat(entries().search("board", Entries.licenceKey("2"))).isEmpty();
        assertThat(entries().search("board", Entries.licenceKey("3"))).hasSize(1);
    }

    @Test
    void changes_add_and_a_full_load_that_was_begun_before_them_does_not_undo_them() throws IOException {
        Path full = write("a.csv", many(1, 5_000));
        assertThatThrownBy(() -> loader.load("board", full, report -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .hasMessage("pulled the plug");
        LoadReport changes = loader.load(
                "board", write("b.csv", "license_no,name", "4000,CHANGED", "9999,NEW"), LoadTerms.CHANGES, told -> {});
        assertThat(changes.full()).isFalse();
        assertThat(load(full).removed()).isZero();
        assertThat(entry("4000").familyName()).isEqualTo("CHANGED");
        assertThat(entry("9999").familyName()).isEqualTo("NEW");
        assertThat(entries().count("board")).isEqualTo(5_001);
    }

    @Test
    void a_full_file_that_was_superseded_can_be_loaded_again() throws IOException {
        Path first = write("a.csv", "license_no,name", "1,A", "2,B");
        load(first);
        assertThat(load(first).resumedAt()).isEqualTo(2);
        load(write("b.csv", "license_no,name", "1,A"));
        assertThat(load(first).resumedAt()).isZero();
        assertThat(entries().count("board")).isEqualTo(2);
    }

    @Test
    void a_full_file_of_which_nothing_can_be_used_removes_nobody() throws IOException {
        load(write("a.csv", "license_no,name", "1,A"));
        assertThat(load(write("b.csv", "license_no,name", ",B")).removed()).isZero();
        assertThat(entries().count("board")).isEqualTo(1);
    }

    @Test
    void the_worst_word_about_a_number_counts_in_whatever_order_it_comes() throws IOException {
        List<String> rows =
                new ArrayList<>(List.of("7,A,active,", "7,A,revoked,", "7,A,odd,", "8,B,active,2027-01-01"));
        rows.addAll(List.of("8,B,active,2025-01-01", "8,B,active,"));
        for (int seed = 0; seed < 6; seed++) {
            Collections.shuffle(rows, new Random(seed));
            List<String> lines = new ArrayList<>(List.of("license_no,name,status,expires_on"));
            for (String row : rows) {
                lines.add(row);
                for (int filler = 0; filler < 2_000; filler++) {
                    lines.add("9" + filler + ",F,active,");
                }
            }
            load(write("order" + seed + ".csv", lines.toArray(String[]::new)));
            assertThat(entry("7").status()).isEqualTo("revoked");
            assertThat(entry("8").expires()).contains(LocalDate.parse("2025-01-01"));
        }
        load(write("better.csv", "license_no,name,status", "7,A,active"));
        assertThat(entry("7").status()).isEqualTo("active");
    }

    @Test
    void rows_about_something_else_are_counted_and_not_listed() throws IOException {
        LoadReport report = load(write("a.csv", "license_no,name,status", "1,A,active", "2,B,nurse", ",C,active"));
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.reasons()).containsEntry("The row is about another profession.", 1L);
        assertThat(Files.readAllLines(Path.of(report.rejects())))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("4,");
    }

    @Test
    void the_day_is_the_operators_word_or_the_files_and_never_to_come() throws IOException {
        Path file = write("a.csv", "license_no,name", "1,A");
        LocalDate day = LocalDate.parse("2026-02-01");
        LoadReport report = loader.load("board", file, new LoadTerms(Optional.empty(), Optional.of(day)), told -> {});
        assertThat(report.asOf()).isEqualTo(day);
        assertThat(new Loads(books).asOf("board")).contains(day);
        LoadReport later = load(write("b.csv", "license_no,name", "1,B"));
        assertThat(later.asOf()).isEqualTo(LocalDate.parse("2026-03-04"));
    }

    private static String[] many(int from, int to) {
        List<String> lines = new ArrayList<>(List.of("license_no,name"));
        for (int n = from; n <= to; n++) {
            lines.add(n + ",N");
        }
        return lines.toArray(String[]::new);
    }

    private LoadReport load(Path file) throws IOException {
        return loader.load("board", file, told -> {});
    }

    private RegistryEntry entry(String number) {
        return entries().find("board", number).orElseThrow();
    }

    private Entries entries() {
        return new Entries(books);
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
