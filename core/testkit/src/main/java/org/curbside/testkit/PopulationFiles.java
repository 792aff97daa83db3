package org.curbside.testkit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.testkit.Population.Fate;
import org.curbside.testkit.Population.Person;
import org.curbside.testkit.Population.Written;

/** A population in the layouts of the registries, with what real files have too much or too little of. */
final class PopulationFiles {

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int FLORIDAS = 39;
    private static final int BROKEN_EACH = 50;

    private final Population population;
    private final Path folder;
    private final List<Written> written = new ArrayList<>();

    PopulationFiles(Population population, Path folder) {
        this.population = population;
        this.folder = folder;
    }

    List<Written> write() throws IOException {
        LocalDate day = population.day();
        String full = "npidata_pfile_20050523-" + DIGITS.format(day.minusDays(7)) + ".csv";
        String week = "npidata_pfile_" + DIGITS.format(day.minusDays(6)) + "-" + DIGITS.format(day) + ".csv";
        nppes(full, false);
        nppes(week, true);
        lines(
                "nppes",
                "deactivated.csv",
                StandardCharsets.UTF_8,
                "NPPES Deactivated Records\nNPI,NPPES Deactivation Date\n",
                "",
                person -> person.fate() == Fate.DEACTIVATED ? person.npi() + "," + AMERICAN.format(day) + "\n" : "");
        florida();
        json("texas", "TX", this::texas);
        json("washington", "WA", this::washington);
        json("colorado", "CO", this::colorado);
        separated("illinois", "illinois.csv", "IL", this::illinois);
        json("connecticut", "CT", this::connecticut);
        separated("delaware", "delaware.csv", "DE", this::delaware);
        separated("new-york-opmc", "opmc.csv", "", this::conduct);
        separated("leie", "UPDATED.csv", "", this::exclusion);
        rpps();
        separated("gmc", "gmc.csv", "", this::gmc);
        return List.copyOf(written);
    }

    private void nppes(String name, boolean week) throws IOException {
        lines(
                "nppes",
                name,
                StandardCharsets.ISO_8859_1,
                NppesLayout.line(NppesLayout.COLUMNS),
                "\"2\",\"broken\n",
                person -> week == (person.fate() == Fate.NEWCOMER) ? NppesLayout.line(nppes(person)) : "");
    }

    private static Map<String, String> nppes(Person person) {
        Map<String, String> row = new HashMap<>();
        row.put("NPI", person.npi());
        row.put("Entity Type Code", "1");
        row.put("Provider Last Name (Legal Name)", person.plainFamily());
        row.put("Provider First Name", person.plainGiven());
        row.put("Provider Credential Text", person.n() % 3 == 0 ? "M.D." : "MD");
        row.put("Healthcare Provider Taxonomy Code_1", NppesFile.taxonomy(person.n()));
        row.put("Healthcare Provider Primary Taxonomy Switch_1", "Y");
        row.put("Provider License Number_1", person.onRecord());
        row.put("Provider License Number State Code_1", person.state());
        row.put("Provider License Number_2", person.digits() + "-1");
        row.put("Provider License Number State Code_2", "NY");
        row.put("Provider First Line " + NppesLayout.MAILING, person.n() + " SAMPLE ST");
        row.put("Provider " + NppesLayout.MAILING + " City Name", "SAMPLETOWN");
        row.put("Provider " + NppesLayout.MAILING + " State Name", person.state());
        row.put("Provider " + NppesLayout.MAILING + " Postal Code", "10001");
        row.put("Provider " + NppesLayout.MAILING + " Country Code (If outside U.S.)", "US");
        return row;
    }

    /** Rows end with a separator that the headers do not have, and a suffix may be a stray quote. */
    private void florida() throws IOException {
        String header = "pro_cde|Profession-Name|lic_id|Expire-Date|Original-Date|Rank-Code|License-Number|"
                + "Status-Effective-Date|Board-Action-Indicator|License-Status-Description|Last-Name|First-Name|"
                + "Middle-Name|Name-Suffix|Business-Name|License-Active-Status-Description|"
                + String.join("|", Collections.nCopies(FLORIDAS - 16, "Other"));
        lines(
                "florida",
                "PROF_ALL.txt",
                StandardCharsets.ISO_8859_1,
                header + "\n",
                "1501|Medical Doctor|BROKEN\n",
                person -> person.state().equals("FL")
                        ? rows(person, "CLEAR", "REVOKED", "DELINQUENT", "PROBATION")
                                .map(status -> "1501|Medical Doctor|" + person.n() + "|" + ends(person) + "||ME|"
                                        + person.digits() + "||" + (disciplined(person) ? "Y" : "N") + "|"
                                        + (status.equals("DELINQUENT") ? "NULL AND VOID" : status) + "|"
                                        + person.plainFamily() + "|" + person.plainGiven() + "||"
                                        + (person.n() % 5 == 0 ? "\"DE" : "") + "||"
                                        + (status.equals("CLEAR") ? "ACTIVE" : "")
                                        + "|".repeat(FLORIDAS - 15) + "\n")
                                .collect(Collectors.joining())
                        : "");
    }

    private Map<String, String> texas(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("license_type", "Physician License");
        row.put("first_name", person.plainGiven());
        row.put("last_name", person.plainFamily());
        row.put("license_number", person.onRecord());
        row.put("license_expiration_date", end(person) + "T00:00:00.000");
        row.put("registration_status", status.equals("active") ? "ACTIVE" : "");
        row.put(
                "license_status",
                Map.of("revoked", "REVOKED", "lapsed", "SUSPENDED").getOrDefault(status, ""));
        row.put(
                "disciplinary_status",
                disciplined(person) || status.equals("probation") ? "UNDER BOARD ORDER" : "NONE");
        return row;
    }

    private Map<String, String> washington(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("credentialnumber", String.format(Locale.ROOT, "MD.MD.%08d", person.digits()));
        row.put("lastname", person.family());
        row.put("firstname", person.given());
        row.put("credentialtype", "Physician And Surgeon License");
        row.put(
                "status",
                Map.of(
                                "active",
                                "Active",
                                "revoked",
                                "Revoked",
                                "lapsed",
                                "Expired",
                                "probation",
                                "Active On Probation")
                        .getOrDefault(status, ""));
        row.put("expirationdate", ends(person));
        row.put("actiontaken", disciplined(person) ? "Yes" : "No");
        return row;
    }

    private Map<String, String> colorado(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("licensenumber", String.format(Locale.ROOT, "%07d", person.digits()));
        row.put("lastname", person.family());
        row.put("firstname", person.given());
        row.put("licensetype", "DR");
        row.put(
                "licensestatusdescription",
                Map.of(
                                "active",
                                "Active",
                                "revoked",
                                "Revoked",
                                "lapsed",
                                "Expired",
                                "probation",
                                "Active - With Conditions")
                        .getOrDefault(status, ""));
        row.put("licenseexpirationdate", end(person) + "T00:00:00.000");
        if (disciplined(person)) {
            row.put("programaction", "Stipulation");
            row.put("casenumber", "2026-" + person.n());
        }
        return row;
    }

    /** With the headers of the portal's download rather than of its interface. */
    private Map<String, String> illinois(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("License Type", "MEDICAL BOARD");
        row.put("Description", "LICENSED PHYSICIAN AND SURGEON");
        row.put("License Number", "036" + person.digits());
        row.put(
                "License Status",
                Map.of("active", "ACTIVE", "revoked", "REVOKED", "lapsed", "NOT RENEWED", "probation", "PROBATION")
                        .getOrDefault(status, ""));
        row.put("First Name", person.plainGiven());
        row.put("Last Name", person.plainFamily());
        row.put("Expiration Date", ends(person));
        row.put("Ever Disciplined", disciplined(person) ? "Y" : "N");
        return row;
    }

    private Map<String, String> connecticut(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", person.plainGiven() + " " + person.plainFamily());
        row.put("fullcredentialcode", String.format(Locale.ROOT, "1.%06d", person.digits()));
        row.put("credentialnumber", "" + person.digits());
        row.put("credential", "PHYSICIAN/SURGEON");
        row.put("status", status.equals("active") || status.equals("probation") ? "ACTIVE" : "INACTIVE");
        row.put(
                "statusreason",
                disciplined(person)
                        ? "PROBATION"
                        : Map.of("active", "CURRENT", "revoked", "TERMINATED", "lapsed", "LAPSED DUE TO NON-RENEWAL")
                                .getOrDefault(status, "PROBATION"));
        row.put("expirationdate", end(person) + "T00:00:00.000");
        return row;
    }

    private Map<String, String> delaware(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("last_name", person.plainFamily());
        row.put("first_name", person.plainGiven());
        row.put("license_no", person.onRecord());
        row.put("license_type", "Physician M.D.");
        row.put("issue_date", "2009-06-01");
        row.put("expiration_date", "" + end(person));
        row.put(
                "license_status",
                Map.of("active", "Active", "revoked", "Revoked", "lapsed", "Expired")
                        .getOrDefault(status, "Probation"));
        row.put("disciplinary_action", disciplined(person) ? "Y" : "N");
        return row;
    }

    private Map<String, String> conduct(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Last Name", person.fate() == Fate.ACTED_ABOUT ? person.plainFamily() : "");
        row.put("First Name", person.plainGiven());
        row.put("License Number", "" + person.digits());
        row.put("License Type", "MD");
        row.put("Effective Date", "06/01/2020");
        row.put("Action", "Censure and reprimand, " + status + ".");
        return row;
    }

    private Map<String, String> exclusion(Person person, String status) {
        boolean excluded = person.fate() == Fate.EXCLUDED || person.fate() == Fate.EXCLUDED_BY_NAME;
        Map<String, String> row = new LinkedHashMap<>();
        row.put("LASTNAME", excluded ? person.plainFamily() : "");
        row.put("FIRSTNAME", person.plainGiven());
        row.put("MIDNAME", "");
        row.put("BUSNAME", excluded ? "" : "SAMPLE CLINIC " + status);
        row.put("GENERAL", "PHYSICIAN (MD, DO)");
        row.put("NPI", person.fate() == Fate.EXCLUDED ? person.npi() : "0000000000");
        row.put("DOB", "19600101");
        row.put("STATE", person.state());
        row.put("EXCLTYPE", "1128a1");
        row.put("EXCLDATE", "20200319");
        row.put("REINDATE", "00000000");
        return row;
    }

    /** One row for each place of work, and a separator at every end. */
    private void rpps() throws IOException {
        String header = "Type d'identifiant PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|Code profession|"
                + "Libellé catégorie professionnelle|Libellé savoir-faire|";
        String name = "PS_LibreAcces_Personne_activite_" + DIGITS.format(population.day()) + "0830.txt";
        lines("rpps", name, StandardCharsets.UTF_8, header + "\n", "8|1|BROKEN\n", person -> ("8|" + person.rpps() + "|"
                        + person.family() + "|" + person.given() + "|10|"
                        + (person.fate() == Fate.PROBATION ? "Étudiant" : "Civil") + "|Pneumologie|\n")
                .repeat(1 + person.n() % 3));
    }

    private Map<String, String> gmc(Person person, String status) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("GMC Ref No", person.gmc());
        row.put("Surname", person.family());
        row.put("Given name", person.given());
        row.put(
                "Registration Status",
                Map.of("revoked", "Suspended", "lapsed", "Registered without a Licence")
                        .getOrDefault(status, "Registered with Licence"));
        row.put("Specialty1", "Cardiology");
        row.put("FtP Conditions Exist", disciplined(person) || status.equals("probation") ? "Yes" : "No");
        return row;
    }

    /** The words of one person's rows in one registry; duplicates come in both orders. */
    private static Stream<String> rows(Person person, String active, String revoked, String lapsed, String probation) {
        return switch (person.fate()) {
            case PROBATION -> Stream.of(probation);
            case REVOKED -> Stream.of(revoked);
            case LAPSED -> Stream.of(lapsed);
            case REVOKED_IN_ONE_OF_TWO_ROWS -> person.n() % 2 == 0
                    ? Stream.of(active, revoked)
                    : Stream.of(revoked, active);
            default -> Stream.of(active);
        };
    }

    private static boolean disciplined(Person person) {
        return person.fate() == Fate.DISCIPLINED;
    }

    private LocalDate end(Person person) {
        return person.fate() == Fate.RUN_OUT
                ? population.day().minusDays(10)
                : population.day().plusYears(1);
    }

    private String ends(Person person) {
        return AMERICAN.format(end(person));
    }

    private void json(String registry, String state, Describing row) throws IOException {
        lines(
                registry,
                registry + ".json",
                StandardCharsets.UTF_8,
                "[" + object(row.of(population.person(0), "")) + "\n",
                ",{\"broken\":{\"deep\":[1]}}\n",
                person -> described(person, state, row)
                        .map(values -> "," + object(values) + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(folder.resolve(registry + ".json"), "]\n", StandardOpenOption.APPEND);
    }

    private static String object(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .map(value -> "\"" + value.getKey() + "\":\"" + value.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void separated(String registry, String name, String state, Describing row) throws IOException {
        String header = String.join(",", row.of(population.person(0), "active").keySet());
        lines(registry, name, StandardCharsets.UTF_8, header + "\r\n", "\"broken\r\n", person -> described(
                        person, state, row)
                .map(values -> "\"" + String.join("\",\"", values.values()) + "\"\r\n")
                .collect(Collectors.joining()));
    }

    private static Stream<Map<String, String>> described(Person person, String state, Describing row) {
        return state.isEmpty() || state.equals(person.state())
                ? rows(person, "active", "revoked", "lapsed", "probation").map(status -> row.of(person, status))
                : Stream.empty();
    }

    private void lines(
            String registry, String name, Charset charset, String header, String broken, Function<Person, String> row)
            throws IOException {
        Path path = folder.resolve(name);
        try (Writer out = Files.newBufferedWriter(path, charset)) {
            out.write(header);
            for (int n = 0; n < population.size(); n++) {
                out.write(row.apply(population.person(n)));
                out.write(n % BROKEN_EACH == BROKEN_EACH - 1 ? broken : "");
            }
        }
        written.add(new Written(registry, path));
    }

    /** One row of a registry about someone. */
    @FunctionalInterface
    private interface Describing {
        Map<String, String> of(Person person, String status);
    }
}
