package org.curbside.identity.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.StatusRegistry;
import org.curbside.identity.internal.store.Books;
import org.curbside.identity.internal.store.Entries;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

    private final Path folder;
    private Books books;
    private Loader loader;

    LoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                var script = Objects.requireNonNull(getClass().getResourceAsStream("/db/identity/V1__desk.sql"))) {
            connection.createStatement().execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        books = new Books(database);
        BulkRegistries registries = new BulkRegistries();
        registries.addRegistry(new StatusRegistry(), Map.of("curbside.registry.id", "statuses"));
        loader = new Loader(registries, books, new Running());
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
        assertThat(again.stored()).isEqualTo(2);
        load(write("number,name", "1,A", "2,C", "3,D"));
        assertThat(entries().count("statuses")).isEqualTo(3);
        assertThat(entries().find("statuses", "2").orElseThrow().familyName()).isEqualTo("C");
    }

    @Test
    void a_load_that_was_broken_off_goes_on_where_it_stood() throws IOException {
        List<String> lines = new ArrayList<>(List.of("number,name"));
        for (int i = 1; i <= 20_000; i++) {
            lines.add(i % 500 == 0 ? "x,bad" : i + ",Name " + i);
        }
        Path file = write(lines.toArray(String[]::new));
        assertThatThrownBy(() -> loader.load("statuses", file, report -> {
                    if (report.rows() >= 9_000) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }))
                .hasMessage("pulled the plug");
        assertThat(entries().count("statuses")).isBetween(8_000L, 11_999L);
        LoadReport report = load(file);
        assertThat(report.resumedAt()).isBetween(9_000L, 11_999L);
        assertThat(report.rows()).isEqualTo(20_000);
        assertThat(report.stored()).isEqualTo(19_960);
        assertThat(report.rejected()).isEqualTo(40);
        assertThat(entries().count("statuses")).isEqualTo(19_960);
        assertThat(Files.readAllLines(folder.resolve("file.csv.rejects.csv"))).hasSize(41);
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
