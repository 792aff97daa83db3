package org.curbside.testkit.standin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.curbside.spi.verification.Npi;
import org.curbside.testkit.NppesFile;

/**
 * The Read API of NPPES, version 2.1, below {@code /api/}, with the people of an {@link NppesFile}: rows by their number,
 * deactivated ones as the error they are there, and a search by family name. Errors come with the status 200, at most
 * 200 results at a time and 1,200 in all, and two dashes stand for what is missing.
 */
public final class NppesStandIn extends StandIn {

    private static final int KINDS = 20;
    private static final int ORGANISATION = 17;
    private static final int DEACTIVATED = 18;
    private static final int DENTIST = 19;
    private static final int FIRST = 200_000_000;
    private static final int MOST = 200;
    private static final int MOST_SKIPPED = 1_000;
    private static final int NUMBER_LENGTH = 10;

    private final int rows;
    private final Map<String, String> special = new ConcurrentHashMap<>();

    /** Knows the people of that many rows. */
    public NppesStandIn(int rows) {
        this.rows = rows;
    }

    /** Answers questions for that number with this body, whatever it is. */
    public void answer(String npi, String body) {
        special.put(npi, body);
    }

    /** The results in the body that is answered, each as {@link #person} gives it. */
    public static String results(String... results) {
        return "{\"result_count\":" + results.length + ",\"results\":[" + String.join(",", results) + "]}";
    }

    /** A person in service, under the names of that row of the file. */
    public static String person(int row, String credential, String taxonomy) {
        return """
                {"created_epoch":"1389230978000","enumeration_type":"NPI-1","last_updated_epoch":"1389917053000",
                "number":"%s","addresses":[%s,%s],"basic":{"credential":"%s","enumeration_date":"2005-05-23",
                "first_name":"%s","last_name":"%s","last_updated":"2007-07-08","name_prefix":"--","name_suffix":"--",
                "sex":"F","sole_proprietor":"NO","status":"A"},"taxonomies":[{"code":"%s","desc":"Sample",
                "taxonomy_group":"","state":null,"license":null,"primary":true}],
                "practiceLocations":[],"endpoints":[],"identifiers":[],"other_names":[]}"""
                .formatted(
                        NppesFile.npi(row),
                        address(row, "LOCATION"),
                        address(row, "MAILING"),
                        credential,
                        NppesFile.givenName(row),
                        NppesFile.familyName(row),
                        taxonomy);
    }

    /** The error that the API has for a number out of service. */
    public static String deactivated(String npi) {
        return error(
                "number",
                "15",
                "CMS deactivated NPI " + npi + ". The provider can no longer use this NPI. Our public registry does not"
                        + " display provider information about NPIs that are not in service.");
    }

    /** An error as the API writes it, with the status 200. */
    public static String error(String field, String number, String description) {
        return "{\"Errors\":[{\"description\":\"%s\",\"field\":\"%s\",\"number\":\"%s\"}]}"
                .formatted(description, field, number);
    }

    @Override
    protected Reply reply(Asked asked) {
        if (!asked.path().startsWith("/api")) {
            return new Reply(404, "text/html", "<html><body>Not found</body></html>", "");
        }
        if (!asked.value("version").equals("2.1")) {
            return Reply.json(error("version", "04", "Unsupported Version. Supported version is 2.1"));
        }
        String number = asked.value("number");
        return Reply.json(number.isEmpty() ? search(asked) : byNumber(number));
    }

    private String byNumber(String number) {
        if (number.length() != NUMBER_LENGTH || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return error("number", "06", "NPI must be 10 digits");
        }
        String answer = special.get(number);
        if (answer != null) {
            return answer;
        }
        int row = Integer.parseInt(number.substring(0, NUMBER_LENGTH - 1)) - FIRST;
        boolean known = Npi.isValid(number) && row >= 0 && row < rows;
        return known && row % KINDS == DEACTIVATED
                ? deactivated(number)
                : results(known ? new String[] {entry(row)} : new String[0]);
    }

    /** By family name, in the order of the rows. */
    private String search(Asked asked) {
        String family = asked.value("last_name");
        if (family.length() < 2) {
            return error("", "04", "No valid search criteria provided");
        }
        int limit = Math.min(MOST, whole(asked.value("limit"), KINDS / 2));
        int skip = whole(asked.value("skip"), 0);
        if (skip > MOST_SKIPPED) {
            return error("skip", "06", "Skip must not be over 1000");
        }
        List<String> found = IntStream.range(0, rows)
                .filter(row -> row % KINDS < ORGANISATION || row % KINDS == DENTIST)
                .filter(row -> NppesFile.familyName(row).equalsIgnoreCase(family))
                .skip(skip)
                .limit(limit)
                .mapToObj(NppesStandIn::entry)
                .toList();
        return results(found.toArray(new String[0]));
    }

    private static String entry(int row) {
        return switch (row % KINDS) {
            case ORGANISATION -> """
                    {"created_epoch":"1389230978000","enumeration_type":"NPI-2","last_updated_epoch":"1389917053000",
                    "number":"%s","addresses":[%s],"basic":{"organization_name":"SAMPLE CLINIC","status":"A",
                    "organizational_subpart":"NO"},"taxonomies":[{"code":"261Q00000X","primary":true}],
                    "practiceLocations":[],"endpoints":[],"identifiers":[],"other_names":[]}"""
                    .formatted(NppesFile.npi(row), address(row, "MAILING"));
            case DENTIST -> person(row, "DDS", "204E00000X");
            default -> person(row, "M.D.", NppesFile.taxonomy(row));
        };
    }

    private static String address(int row, String purpose) {
        return Stream.of(
                        "\"address_purpose\":\"" + purpose + "\"",
                        "\"address_type\":\"DOM\"",
                        "\"address_1\":\"" + row + " SAMPLE ST\"",
                        "\"city\":\"" + (purpose.equals("MAILING") ? "SAMPLETOWN" : "ELSEWHERE") + "\"",
                        "\"state\":\"NY\"",
                        "\"postal_code\":\"100011234\"",
                        "\"telephone_number\":\"212-555-01" + (purpose.equals("MAILING") ? "99" : "23") + "\"",
                        "\"country_code\":\"US\"",
                        "\"country_name\":\"United States\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static int whole(String text, int otherwise) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
