package org.curbside.testkit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.curbside.spi.verification.Npi;

/**
 * Writes files in the layout of NPPES with made-up people, of any length, the same every time. All numbers begin with 2,
 * which NPPES does not give out yet. Row {@code n} is, by its remainder of 20: 17 an organisation, 18 a deactivated number
 * that carries nothing but a date, 19 a dentist among the physicians, 16 a row that cannot be read, else a physician.
 */
public final class NppesFile {

    private static final List<String> GIVEN =
            List.of("ADA", "BRAM", "CHLOE", "DEV", "ELIN", "FAROUK", "GRETA", "HUGO", "INES", "JUN", "KWAME");
    private static final List<String> FAMILY = List.of(
            "ABBOTT",
            "BJORNSON",
            "CASTILLO-REYES",
            "DELACROIX",
            "EKWUEME",
            "FITZGERALD",
            "GUPTA",
            "HALVORSEN",
            "IBARRA",
            "JANSSEN",
            "KOWALSKI",
            "LINDQVIST",
            "MBEKI");
    private static final List<String> CREDENTIALS =
            List.of("MD", "M.D.", "M. D.", "DO", "D.O.", "MD, PHD", "M.D., FACP", "md");
    private static final List<String> TAXONOMIES = List.of(
            "207R00000X",
            "207Q00000X",
            "208000000X",
            "207P00000X",
            "207V00000X",
            "2084P0800X",
            "208600000X",
            "207N00000X",
            "207L00000X",
            "207X00000X",
            "207W00000X",
            "2085R0202X");
    private static final List<String> COLUMNS = List.of(
            "NPI",
            "Entity Type Code",
            "Provider Organization Name (Legal Business Name)",
            "Provider Last Name (Legal Name)",
            "Provider First Name",
            "Provider Credential Text",
            "Provider First Line Business Mailing Address",
            "Provider Second Line Business Mailing Address",
            "Provider Business Mailing Address City Name",
            "Provider Business Mailing Address State Name",
            "Provider Business Mailing Address Postal Code",
            "NPI Deactivation Date",
            "NPI Reactivation Date",
            "Healthcare Provider Taxonomy Code_1",
            "Provider License Number_1",
            "Provider License Number State Code_1",
            "Healthcare Provider Primary Taxonomy Switch_1");

    /** As many as the published layout has, so that a row is as wide as a real one. */
    private static final int WIDTH = 330;

    private NppesFile() {}

    /** Writes a header and that many rows. */
    public static void write(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            List<String> header = new ArrayList<>(COLUMNS);
            while (header.size() < WIDTH) {
                header.add("Other Provider Identifier_" + header.size());
            }
            out.write(line(header));
            for (int n = 0; n < rows; n++) {
                out.write(n % 20 == 16 ? "\"" + npi(n) + "\",\"1\",\"NOT CLOSED\n" : line(row(n)));
            }
        }
    }

    /** The number in row {@code n}. */
    public static String npi(int n) {
        return Npi.withCheckDigit(String.valueOf(200_000_000 + n));
    }

    /** The given name in row {@code n}. */
    public static String givenName(int n) {
        return GIVEN.get(n % GIVEN.size());
    }

    /** The family name in row {@code n}. */
    public static String familyName(int n) {
        return FAMILY.get(n % FAMILY.size());
    }

    /** The taxonomy code in row {@code n}. */
    public static String taxonomy(int n) {
        return TAXONOMIES.get(n % TAXONOMIES.size());
    }

    private static List<String> row(int n) {
        List<String> row =
                switch (n % 20) {
                    case 17 -> named(n, "2", "SAMPLE CLINIC, INC", "", "", "", "261Q00000X");
                    case 18 -> deactivated(n);
                    case 19 -> named(n, "1", "", familyName(n), givenName(n), "DDS", "204E00000X");
                    default -> named(
                            n,
                            "1",
                            "",
                            familyName(n),
                            givenName(n),
                            CREDENTIALS.get(n % CREDENTIALS.size()),
                            taxonomy(n));
                };
        List<String> wide = new ArrayList<>(row);
        while (wide.size() < WIDTH) {
            wide.add("");
        }
        return wide;
    }

    private static List<String> named(
            int n, String type, String organisation, String family, String given, String credential, String taxonomy) {
        return List.of(
                npi(n),
                type,
                organisation,
                family,
                given,
                credential,
                n + " SAMPLE ST",
                n % 3 == 0 ? "STE " + n % 100 : "",
                "SAMPLETOWN",
                "NY",
                "10001",
                "",
                "",
                taxonomy,
                "S" + n,
                "NY",
                "Y");
    }

    private static List<String> deactivated(int n) {
        List<String> row = new ArrayList<>();
        row.add(npi(n));
        while (row.size() < COLUMNS.size()) {
            row.add(COLUMNS.get(row.size()).equals("NPI Deactivation Date") ? "06/01/2025" : "");
        }
        return row;
    }

    private static String line(List<String> values) {
        return "\"" + String.join("\",\"", values) + "\"\n";
    }
}
