package org.curbside.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The 330 columns of the NPPES data file, layout V.2, in their order (data dissemination read-me, exhibit 2-1). */
final class NppesLayout {

    static final String MAILING = "Business Mailing Address";
    static final String PRACTICE = "Business Practice Location Address";
    private static final int TAXONOMIES = 15;
    private static final int OTHER_IDENTIFIERS = 50;

    static final List<String> COLUMNS = columns();
    private static final Map<String, Integer> PLACES = places();

    private NppesLayout() {}

    /** One line of the file: values by column, every one quoted, the others empty. */
    static String line(Map<String, String> values) {
        List<String> row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        values.forEach((column, value) -> row.set(place(column), value));
        return line(row);
    }

    static String line(List<String> values) {
        return "\"" + String.join("\",\"", values) + "\"\n";
    }

    private static int place(String column) {
        Integer place = PLACES.get(column);
        if (place == null) {
            throw new IllegalArgumentException("There is no column " + column + ".");
        }
        return place;
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        COLUMNS.forEach(column -> places.put(column, places.size()));
        return places;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "NPI",
                "Entity Type Code",
                "Replacement NPI",
                "Employer Identification Number (EIN)",
                "Provider Organization Name (Legal Business Name)",
                "Provider Last Name (Legal Name)"));
        named("Provider ", "First Name,Middle Name,Name Prefix Text,Name Suffix Text,Credential Text", columns);
        named("Provider Other ", "Organization Name,Organization Name Type Code", columns);
        named("Provider Other ", "Last Name,First Name,Middle Name,Name Prefix Text,Name Suffix Text", columns);
        named("Provider Other ", "Credential Text,Last Name Type Code", columns);
        address(MAILING, columns);
        address(PRACTICE, columns);
        named("", "Provider Enumeration Date,Last Update Date,NPI Deactivation Reason Code", columns);
        named("", "NPI Deactivation Date,NPI Reactivation Date,Provider Sex Code", columns);
        named("Authorized Official ", "Last Name,First Name,Middle Name,Title or Position,Telephone Number", columns);
        for (int slot = 1; slot <= TAXONOMIES; slot++) {
            columns.add("Healthcare Provider Taxonomy Code_" + slot);
            columns.add("Provider License Number_" + slot);
            columns.add("Provider License Number State Code_" + slot);
            columns.add("Healthcare Provider Primary Taxonomy Switch_" + slot);
        }
        for (int slot = 1; slot <= OTHER_IDENTIFIERS; slot++) {
            columns.add("Other Provider Identifier_" + slot);
            columns.add("Other Provider Identifier Type Code_" + slot);
            columns.add("Other Provider Identifier State_" + slot);
            columns.add("Other Provider Identifier Issuer_" + slot);
        }
        named("", "Is Sole Proprietor,Is Organization Subpart,Parent Organization LBN", columns);
        named("", "Parent Organization TIN", columns);
        named("Authorized Official ", "Name Prefix Text,Name Suffix Text,Credential Text", columns);
        for (int slot = 1; slot <= TAXONOMIES; slot++) {
            columns.add("Healthcare Provider Taxonomy Group_" + slot);
        }
        columns.add("Certification Date");
        return List.copyOf(columns);
    }

    private static void address(String address, List<String> columns) {
        columns.add("Provider First Line " + address);
        columns.add("Provider Second Line " + address);
        named("Provider " + address + " ", "City Name,State Name,Postal Code", columns);
        named("Provider " + address + " ", "Country Code (If outside U.S.),Telephone Number,Fax Number", columns);
    }

    private static void named(String prefix, String names, List<String> columns) {
        Stream.of(names.split(",", -1)).map(name -> prefix + name).forEach(columns::add);
    }
}
