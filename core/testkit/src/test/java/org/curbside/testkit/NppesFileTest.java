package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.Npi;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NppesFileTest {

    private static final String HEADER = "data/nppes/npidata_pfile_20050523-20250608_FileHeader.csv";

    private final Path folder;

    NppesFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_same_seed_gives_the_same_file_and_another_gives_another() throws IOException {
        assertThat(written(200, 10, 1)).isEqualTo(written(200, 10, 1)).isNotEqualTo(written(200, 10, 2));
        assertThat(written(200, 10, 2)).hasSize(201);
    }

    @Test
    void as_many_lines_are_malformed_as_were_asked_for() throws IOException {
        assertThat(written(400, 3, 1)).filteredOn(line -> !wellFormed(line)).hasSize(3);
        assertThat(written(400, 0, 1)).allMatch(NppesFileTest::wellFormed);
    }

    @Test
    void every_number_begins_with_two_and_has_its_check_digit() throws IOException {
        assertThat(written(100, 0, 1).subList(1, 101))
                .extracting(line -> line.substring(1, 11))
                .doesNotHaveDuplicates()
                .allMatch(npi -> npi.startsWith("2") && Npi.isValid(npi));
    }

    @Test
    void the_header_is_the_published_one() throws IOException {
        Optional<Path> published = Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve(HEADER))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(published.isPresent(), "Skipped: there is no ../shared/" + HEADER);
        String line = Files.readString(published.orElseThrow(), StandardCharsets.ISO_8859_1)
                .strip();
        assertThat(NppesLayout.COLUMNS).isEqualTo(values(line));
    }

    private static boolean wellFormed(String line) {
        return line.endsWith("\"") && values(line).size() == NppesLayout.COLUMNS.size();
    }

    private static List<String> values(String line) {
        return Arrays.asList(line.substring(1, line.length() - 1).split("\",\"", -1));
    }

    private List<String> written(int rows, int malformed, long seed) throws IOException {
        Path file = folder.resolve("file.csv");
        NppesFile.write(file, rows, malformed, seed);
        return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    }
}
