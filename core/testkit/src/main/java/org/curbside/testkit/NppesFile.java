package org.curbside.testkit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.curbside.spi.verification.Npi;

/**
 * Writes files in the layout of NPPES with made-up people, of any length, row by row, the same every time. All numbers
 * begin with 2, which NPPES does not give out yet. Row {@code n} is, by its remainder of 20: 17 an organisation, 18 a
 * deactivated number that carries nothing but a date, 19 a dentist among the physicians, 16 a row that cannot be read, else
 * a physician. A seed changes how they are written: degrees, licences, suites, ZIP codes, which slot is the primary one.
 */
public final class NppesFile {

    private static final int KINDS = 20;
    private static final int MALFORMED = 16;
    private static final int ORGANISATION = 17;
    private static final int DEACTIVATED = 18;
    private static final int DENTIST = 19;

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
    private static final List<String> CREDENTIALS = List.of(
            "MD",
            "M.D.",
            "M. D.",
            "M.D",
            "DO",
            "D.O.",
            "MD, PHD",
            "M.D., FACP",
            "md",
            "PH.D., M.D.",
            "M.D., P.A.",
            "M.D.P.A.",
            "DO FACOI",
            "MD,",
            "D. O.");
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

    private NppesFile() {}

    /** Writes a header and that many rows, of which one in twenty cannot be read. */
    public static void write(Path file, int rows) throws IOException {
        write(file, rows, rows, 1);
    }

    /** Writes a header and that many rows; at most {@code malformed} of them, and one in twenty, cannot be read. */
    public static void write(Path file, int rows, int malformed, long seed) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            out.write(NppesLayout.line(NppesLayout.COLUMNS));
            for (int n = 0; n < rows; n++) {
                boolean broken = n % KINDS == MALFORMED && n / KINDS < malformed;
                out.write(broken ? malformed(n) : NppesLayout.line(row(n, seed)));
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

    private static Map<String, String> row(int n, long seed) {
        SplittableRandom wild = new SplittableRandom(seed * Integer.MAX_VALUE + n);
        Map<String, String> row = new HashMap<>();
        row.put("NPI", npi(n));
        switch (n % KINDS) {
            case DEACTIVATED -> row.put("NPI Deactivation Date", "06/01/2025");
            case ORGANISATION -> {
                row.put("Entity Type Code", "2");
                row.put("Provider Organization Name (Legal Business Name)", "SAMPLE CLINIC, 'EAST', INC");
                row.put("Healthcare Provider Taxonomy Code_1", "261Q00000X");
                address(row, n, wild);
            }
            case DENTIST -> person(row, n, wild, "DDS", "204E00000X");
            default -> person(row, n, wild, CREDENTIALS.get(wild.nextInt(CREDENTIALS.size())), taxonomy(n));
        }
        return row;
    }

    private static void person(
            Map<String, String> row, int n, SplittableRandom wild, String credential, String taxonomy) {
        row.put("Entity Type Code", "1");
        row.put("Provider Last Name (Legal Name)", familyName(n));
        row.put("Provider First Name", givenName(n));
        row.put("Provider Credential Text", credential);
        row.put("Provider Enumeration Date", "05/23/2005");
        row.put("Last Update Date", "07/08/2007");
        row.put("Is Sole Proprietor", wild.nextBoolean() ? "Y" : "N");
        if (wild.nextInt(50) == 0) {
            row.put("NPI Deactivation Date", "03/01/2019");
            row.put("NPI Reactivation Date", "05/01/2019");
        }
        address(row, n, wild);
        int states = wild.nextInt(10) == 0 ? 2 + wild.nextInt(3) : 1;
        for (int slot = 1; slot <= states; slot++) {
            licence(row, slot, n, wild, taxonomy);
        }
        if (wild.nextInt(20) > 0) {
            row.put("Healthcare Provider Primary Taxonomy Switch_" + states, "Y");
        }
    }

    /** Each state writes its numbers in its own way. */
    private static void licence(Map<String, String> row, int slot, int n, SplittableRandom wild, String taxonomy) {
        int number = 10_000 + n % 90_000;
        String licence =
                switch (wild.nextInt(5)) {
                    case 0 -> "FLME" + number;
                    case 1 -> "NY" + number + "-1";
                    case 2 -> "OH35-" + number;
                    case 3 -> "TNMD " + number;
                    default -> "WI" + number + " - 20";
                };
        row.put("Healthcare Provider Taxonomy Code_" + slot, taxonomy);
        row.put("Provider License Number_" + slot, licence.substring(2));
        row.put("Provider License Number State Code_" + slot, licence.substring(0, 2));
    }

    private static void address(Map<String, String> row, int n, SplittableRandom wild) {
        row.put("Provider First Line " + NppesLayout.MAILING, n + " SAMPLE ST");
        row.put("Provider Second Line " + NppesLayout.MAILING, n % 3 == 0 ? "STE " + n % 100 + ", BLDG B" : "");
        row.put("Provider " + NppesLayout.MAILING + " City Name", "SAMPLETOWN");
        row.put("Provider " + NppesLayout.MAILING + " State Name", wild.nextInt(4) == 0 ? "NJ" : "NY");
        row.put("Provider " + NppesLayout.MAILING + " Postal Code", wild.nextInt(4) == 0 ? "70331657" : "10001");
        row.put("Provider " + NppesLayout.MAILING + " Country Code (If outside U.S.)", "US");
        row.put("Provider " + NppesLayout.PRACTICE + " Telephone Number", String.format("21255501%02d", n % 100));
    }

    /** A quote that is not closed, a line that breaks off, or one value too many. */
    private static String malformed(int n) {
        return switch (n / KINDS % 3) {
            case 0 -> "\"" + npi(n) + "\",\"1\",\"NOT CLOSED\n";
            case 1 -> "\"" + npi(n) + "\",\"1\"\n";
            default -> "\"" + npi(n) + "\"" + ",\"\"".repeat(NppesLayout.COLUMNS.size() + 1) + "\n";
        };
    }
}
