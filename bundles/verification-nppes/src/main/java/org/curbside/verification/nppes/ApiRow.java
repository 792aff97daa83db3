package org.curbside.verification.nppes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.remote.Spelling;

/** A result of the Read API as a row of the file, so that both are read and judged by one rule. */
final class ApiRow {

    private static final String MISSING = "--";
    private static final String MAILING = "Provider %s Business Mailing Address";
    private static final Map<String, String> KINDS = Map.of("NPI-1", "1", "NPI-2", "2");
    private static final Map<String, String> BASIC = Map.of(
            "last_name", "Provider Last Name (Legal Name)",
            "first_name", "Provider First Name",
            "credential", "Provider Credential Text",
            "organization_name", "Provider Organization Name (Legal Business Name)");
    private static final Map<String, String> ADDRESS = Map.of(
            "address_1", MAILING.formatted("First Line"),
            "address_2", MAILING.formatted("Second Line"),
            "city", "Provider Business Mailing Address City Name",
            "state", "Provider Business Mailing Address State Name",
            "postal_code", "Provider Business Mailing Address Postal Code",
            "country_code", "Provider Business Mailing Address Country Code (If outside U.S.)");

    private static final Map<String, String> PRACTICE =
            Map.of("telephone_number", "Provider Business Practice Location Address Telephone Number");

    private ApiRow() {}

    /** Values by the headers of the file. */
    static Map<String, String> of(JsonNode result) {
        Map<String, String> row = new HashMap<>();
        String kind = text(result.path("enumeration_type"));
        row.put("NPI", text(result.path("number")));
        row.put("Entity Type Code", KINDS.getOrDefault(kind, kind));
        copy(result.path("basic"), BASIC, row);
        for (JsonNode address : result.path("addresses")) {
            switch (text(address.path("address_purpose"))) {
                case "MAILING" -> copy(address, ADDRESS, row);
                case "LOCATION" -> copy(address, PRACTICE, row);
                default -> {}
            }
        }
        int slot = 0;
        for (JsonNode taxonomy : result.path("taxonomies")) {
            slot++;
            row.put("Healthcare Provider Taxonomy Code_" + slot, text(taxonomy.path("code")));
            row.put("Healthcare Provider Primary Taxonomy Switch_" + slot, isPrimary(taxonomy) ? "Y" : "N");
            row.put("Provider License Number_" + slot, text(taxonomy.path("license")));
            row.put("Provider License Number State Code_" + slot, text(taxonomy.path("state")));
        }
        return row;
    }

    /** Whether a result is under the claimant's name, or was. */
    static boolean names(JsonNode result, Claim claim) {
        if (isNamed(result.path("basic"), claim)) {
            return true;
        }
        for (JsonNode other : result.path("other_names")) {
            if (isNamed(other, claim)) {
                return true;
            }
        }
        return false;
    }

    /** Two dashes, null and nothing are one. */
    static String text(JsonNode value) {
        String text = value.asText("").strip();
        return text.equals(MISSING) ? "" : text;
    }

    private static boolean isNamed(JsonNode person, Claim claim) {
        String given = text(person.path("first_name"));
        String family = text(person.path("last_name"));
        String withSuffix = family + " " + text(person.path("name_suffix"));
        return (Spelling.isSameGivenName(claim.givenName(), given)
                        || Spelling.isSameName(claim.givenName(), given + text(person.path("middle_name"))))
                && (Spelling.isSameName(claim.familyName(), family)
                        || Spelling.isSameName(claim.familyName(), withSuffix));
    }

    private static boolean isPrimary(JsonNode taxonomy) {
        return taxonomy.path("primary").asBoolean();
    }

    private static void copy(JsonNode from, Map<String, String> columns, Map<String, String> row) {
        for (Entry<String, String> column : columns.entrySet()) {
            row.put(column.getValue(), text(from.path(column.getKey())));
        }
    }
}
