package org.curbside.verification.nppes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.NppesFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link PublishedSampleTest} shows of the registry's own rows, on made-up ones that are always at hand. */
class MadeUpFileTest {

    private static final int ROWS = 2_000;

    private final NppesRegistry registry = new NppesRegistry();
    private final Path folder;
    private List<List<String>> lines = List.of();

    MadeUpFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("nppes.csv");
        NppesFile.write(file, ROWS, 0, 7);
        lines = Files.readAllLines(file, registry.charset()).stream()
                .map(line -> Arrays.asList(line.substring(1, line.length() - 1).split("\",\"", -1)))
                .toList();
    }

    @Test
    void every_declared_column_is_in_the_header() {
        assertThat(registry.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(lines.get(0))
                .hasSize(330)
                .containsAll(registry.columns().stream().map(Column::name).toList());
    }

    @Test
    void every_row_is_read_and_physicians_are_told_from_the_rest() throws RejectedRow {
        for (int row = 0; row < ROWS; row++) {
            RegistryEntry entry = entry(lines.get(row + 1));
            boolean physician = row % 20 < 17;
            assertThat(registry.judge(entry).verdict())
                    .as("row %d: %s", row, entry)
                    .isEqualTo(physician ? Verdict.ACTIVE : Verdict.INACTIVE);
            if (physician) {
                assertThat(entry.number()).isEqualTo(NppesFile.npi(row));
                assertThat(entry.familyName()).isEqualTo(NppesFile.familyName(row));
                assertThat(entry.taxonomies()).containsExactly(NppesFile.taxonomy(row));
                assertThat(entry.licences()).isNotEmpty();
                assertThat(entry.address()).isPresent();
                assertThat(entry.telephone()).matches("21255501[0-9]{2}");
            }
        }
    }

    private RegistryEntry entry(List<String> line) throws RejectedRow {
        Map<String, String> values = new HashMap<>();
        for (int place = 0; place < line.size(); place++) {
            values.put(lines.get(0).get(place), line.get(place).strip());
        }
        return registry.read(column -> values.getOrDefault(column, ""));
    }
}
