package org.curbside.export.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.curbside.spi.export.ExportFormat;
import org.curbside.testkit.ExportFormatContract;

/** Read back by Commons CSV, which had no part in writing. */
class CsvFormatContractTest extends ExportFormatContract {

    @Override
    protected ExportFormat format() {
        return new CsvFormat();
    }

    @Override
    protected List<List<String>> read(byte[] file, String table) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        String text = Objects.requireNonNull(files(file).get(table + ".csv"), "There is no file for the table.");
        for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(text))) {
            rows.add(row.toList());
        }
        return rows;
    }

    @Override
    protected String text(byte[] file) throws IOException {
        return String.join("\n", files(file).values());
    }

    private static Map<String, String> files(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
