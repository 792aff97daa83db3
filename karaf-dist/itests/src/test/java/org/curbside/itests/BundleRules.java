package org.curbside.itests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a bundle may show to others, and which database it may name; each answers with complaints. */
final class BundleRules {

    private static final Map<String, String> EXPORTED = Map.of(
            "curbside-spi", "org\\.curbside\\.spi\\..*",
            "curbside-api", "org\\.curbside\\.api\\..*",
            "curbside-testkit", "org\\.curbside\\.testkit(\\..*)?",
            "curbside-store", "org\\.curbside\\.store",
            "curbside-jpa-api", "javax\\.persistence(\\..*)?");

    private static final Pattern VERSION = Pattern.compile(";version=\"?[1-9]\\d*\\.\\d+\\.\\d+\"?");
    private static final Pattern PURPOSE = Pattern.compile("(?s)\\s*/\\*\\*\\s+[A-Z].{20,}?\\.\\s.*");
    private static final Pattern MADE =
            Pattern.compile("(?i)\\bcreate\\s+(?:table|view)\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
    private static final Pattern TOUCHED =
            Pattern.compile("(?i)\\b(?:table|view|references|into|update|from|join|on)\\s+(\\w+)");
    private static final Pattern DATA_SOURCE = Pattern.compile("<reference [^>]*\"javax\\.sql\\.DataSource\"[^>]*>");

    private BundleRules() {}

    /** Whatever else were exported, somebody would build on. */
    static Stream<String> exportNothingElse(List<BuiltBundle> bundles) {
        return exports(bundles)
                .filter(export -> !export.name()
                        .matches(EXPORTED.getOrDefault(export.bundle().name(), "")))
                .map(export -> export.bundle().name() + " exports " + export.name());
    }

    /** Without a version, an importer cannot tell what it was built against. */
    static Stream<String> exportWithVersions(List<BuiltBundle> bundles) {
        return exports(bundles)
                .filter(export -> !VERSION.matcher(export.clause()).find())
                .map(export -> export.name() + " has no version");
    }

    /** The first sentence of a package says what it is for. The JPA API is not ours to describe. */
    static Stream<String> exportWithPurposes(List<BuiltBundle> bundles) {
        return exports(bundles)
                .filter(export -> export.name().startsWith("org.curbside."))
                .filter(export -> !PURPOSE.matcher(export.purpose()).matches())
                .map(export -> export.name() + " does not say what it is for");
    }

    /** In its manifest, in its components or in its code. */
    static Stream<String> leaveTheDeskItsDatabase(List<BuiltBundle> bundles) {
        return bundles.stream()
                .filter(bundle -> !bundle.name().equals("curbside-identity"))
                .flatMap(bundle -> Stream.of("dataSourceName=desk", "datasource=desk", "curbside.migrated=identity")
                        .filter(name -> bundle.headers().toString().contains(name)
                                || bundle.holding(name).findAny().isPresent())
                        .map(name -> bundle.name() + " names the desk's database: " + name));
    }

    /** Without a name, a component is handed any database, and that may be the desk's. */
    static Stream<String> nameTheirDatabase(List<BuiltBundle> bundles) {
        return bundles.stream().flatMap(bundle -> bundle.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("OSGI-INF/"))
                .filter(file -> DATA_SOURCE.matcher(file.getValue()).results().anyMatch(reference -> !reference
                        .group()
                        .contains("curbside.migrated=")))
                .map(file -> bundle.name() + " takes any database: " + file.getKey()));
    }

    /** The licence desk makes tables of its own, and its migrations and the community's touch none of the other's. */
    static Stream<String> keepTheirTablesApart(List<BuiltBundle> bundles) {
        Set<String> desk = tables(bundles, "desk", MADE);
        Set<String> community = tables(bundles, "community", MADE);
        return Stream.concat(
                        tables(bundles, "desk", TOUCHED).stream().filter(community::contains),
                        tables(bundles, "community", TOUCHED).stream().filter(desk::contains))
                .map(table -> "the desk and the community share " + table);
    }

    /** The tables that the migrations for one data source make. */
    static Set<String> tables(List<BuiltBundle> bundles, String dataSource) {
        return tables(bundles, dataSource, MADE);
    }

    private static Set<String> tables(List<BuiltBundle> bundles, String dataSource, Pattern naming) {
        Set<String> tables = new TreeSet<>();
        for (BuiltBundle bundle : bundles) {
            bundle.clauses("Provide-Capability")
                    .filter(clause -> clause.startsWith("curbside.migration;"))
                    .filter(clause -> attribute(clause, "datasource").equals(dataSource))
                    .flatMap(clause -> scripts(bundle, attribute(clause, "location")))
                    .flatMap(script -> naming.matcher(script).results())
                    .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                    .forEach(tables::add);
        }
        return tables;
    }

    private static Stream<String> scripts(BuiltBundle bundle, String folder) {
        return bundle.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder + "/"))
                .map(file -> file.getValue().replaceAll("--.*", ""));
    }

    private static String attribute(String clause, String name) {
        return Pattern.compile(";" + name + "=\"?([^;\"]*)")
                .matcher(clause)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static Stream<Export> exports(List<BuiltBundle> bundles) {
        return bundles.stream()
                .flatMap(bundle -> bundle.clauses("Export-Package").map(clause -> new Export(bundle, clause)));
    }

    private record Export(BuiltBundle bundle, String clause) {

        String name() {
            return clause.split(";", 2)[0];
        }

        String purpose() {
            return bundle.purposes().getOrDefault(name(), "");
        }
    }
}
