package org.curbside.verification.nppes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registry's own rows, where they are at hand. */
class PublishedSampleTest {

    private static final String SAMPLE = "data/nppes/npidata_pfile_sample.csv";

    private final NppesRegistry registry = new NppesRegistry();
    private List<List<String>> rows = List.of();

    @BeforeEach
    void read() throws IOException {
        Optional<Path> sample = shared(SAMPLE);
        Assumptions.assumeTrue(sample.isPresent(), "Skipped: there is no ../shared/" + SAMPLE);
        rows = Files.readAllLines(sample.orElseThrow(), StandardCharsets.ISO_8859_1).stream()
                .map(line -> Arrays.asList(line.substring(1, line.length() - 1).split("\",\"", -1)))
                .toList();
    }

    @Test
    void every_declared_column_is_in_the_published_header() {
        assertThat(rows.get(0))
                .containsAll(registry.columns().stream().map(Column::name).toList());
    }

    @Test
    void every_row_is_read_and_most_physicians_are_told_from_the_rest() throws RejectedRow {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (List<String> row : rows.subList(1, rows.size())) {
            RegistryEntry entry = entry(row);
            verdicts.merge(registry.judge(entry).verdict(), 1, Integer::sum);
        }
        assertThat(verdicts)
                .containsEntry(Verdict.ACTIVE, 231)
                .containsEntry(Verdict.INDETERMINATE, 26)
                .containsEntry(Verdict.INACTIVE, 244);
    }

    private RegistryEntry entry(List<String> row) throws RejectedRow {
        Map<String, String> values = new HashMap<>();
        for (int place = 0; place < row.size(); place++) {
            values.put(rows.get(0).get(place), row.get(place).strip());
        }
        return registry.read(column -> values.getOrDefault(column, ""));
    }

    private static Optional<Path> shared(String file) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
