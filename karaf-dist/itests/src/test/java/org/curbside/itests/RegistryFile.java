package org.curbside.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.curbside.testkit.NppesFile;

/** A file of {@link NppesFile} with rows behind its last one that it does not make. */
final class RegistryFile {

    private static final String BETWEEN = "\",\"";

    private final Path path;
    private int rows;

    /** Writes a file of that name and length. */
    RegistryFile(String name, int rows) throws IOException {
        this.path = Files.createTempDirectory("registry").resolve(name);
        this.rows = rows;
        NppesFile.write(path, rows);
    }

    Path path() {
        return path;
    }

    Path rejects() {
        return path.resolveSibling(path.getFileName() + ".rejects.csv");
    }

    /** Adds the person of row 0 under another number, with a degree that only a person can judge. Returns the row. */
    int addUnclearDegree() throws IOException {
        add(NppesFile.npi(rows), "MBBS");
        return rows++;
    }

    /** Adds that person under a number that was mistyped. */
    void addWrongNumber() throws IOException {
        String npi = NppesFile.npi(rows++);
        add(npi.substring(0, 9) + (npi.charAt(9) - '0' + 1) % 10, "MD");
    }

    private void add(String npi, String degree) throws IOException {
        List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
        List<String> columns = Arrays.asList(lines.get(0).split(BETWEEN, -1));
        String[] values = lines.get(1).split(BETWEEN, -1);
        values[0] = "\"" + npi;
        values[columns.indexOf("Provider Credential Text")] = degree;
        values[columns.indexOf("Provider First Line Business Mailing Address")] = rows + " SAMPLE ST";
        Files.writeString(
                path, String.join(BETWEEN, values) + "\n", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    }
}
