package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** The bundles that were built show what they may and no more, and each rule is seen to catch a bundle that breaks it. */
@RunWith(Parameterized.class)
public class BundleTest {

    private static final List<BuiltBundle> BUILT = BuiltBundle.all();

    private static final String PURPOSE = "/** What a planted bundle shows to others. */\n";

    @Parameter(0)
    public String name;

    @Parameter(1)
    public Function<List<BuiltBundle>, Stream<String>> rule;

    @Parameter(2)
    public List<BuiltBundle> planted;

    @Parameter(3)
    public String complaint;

    @Parameters(name = "{0}: {3}")
    public static List<Object[]> rules() {
        return List.of(
                rule(
                        "nothing else is exported",
                        BundleRules::exportNothingElse,
                        exporting("curbside-content", "org.curbside.content.internal;version=\"1.0.0\""),
                        "curbside-content exports org.curbside.content.internal"),
                rule(
                        "nothing else is exported",
                        BundleRules::exportNothingElse,
                        exporting("curbside-store", "org.curbside.store;version=\"1.0.0\",org.curbside.store.internal"),
                        "curbside-store exports org.curbside.store.internal"),
                rule(
                        "nothing else is exported",
                        BundleRules::exportNothingElse,
                        exporting("curbside-poll-choice", "org.curbside.spi.poll;version=\"1.0.0\""),
                        "curbside-poll-choice exports org.curbside.spi.poll"),
                rule(
                        "what is exported has a version",
                        BundleRules::exportWithVersions,
                        exporting(
                                "curbside-api",
                                "org.curbside.api.content;uses:=\"a,b\";version=\"1.0.0\",org.curbside.api.x"),
                        "org.curbside.api.x has no version"),
                rule(
                        "what is exported has a version",
                        BundleRules::exportWithVersions,
                        exporting("curbside-api", "org.curbside.api.content;version=\"0.0.0\""),
                        "org.curbside.api.content has no version"),
                rule(
                        "what is exported says what it is for",
                        BundleRules::exportWithPurposes,
                        exporting("curbside-api", "org.curbside.api.silent;version=\"1.0.0\""),
                        "org.curbside.api.silent does not say what it is for"),
                rule(
                        "the desk keeps its database",
                        BundleRules::leaveTheDeskItsDatabase,
                        providing("curbside-insight", migration("insight", "desk")),
                        "curbside-insight names the desk's database: datasource=desk"),
                rule(
                        "the desk keeps its database",
                        BundleRules::leaveTheDeskItsDatabase,
                        holding("curbside-membership", "org/curbside/A.class", "..(dataSourceName=desk).."),
                        "curbside-membership names the desk's database: dataSourceName=desk"),
                rule(
                        "the desk keeps its database",
                        BundleRules::leaveTheDeskItsDatabase,
                        holding("curbside-membership", "META-INF/persistence.xml", "(curbside.migrated=identity)"),
                        "curbside-membership names the desk's database: curbside.migrated=identity"),
                rule(
                        "every component names its database",
                        BundleRules::nameTheirDatabase,
                        holding(
                                "curbside-content",
                                "OSGI-INF/a.xml",
                                "<reference name=\"$000\" interface=\"javax.sql.DataSource\" parameter=\"0\"/>"),
                        "curbside-content takes any database: OSGI-INF/a.xml"),
                rule(
                        "the desk's tables and the community's are apart",
                        BundleRules::keepTheirTablesApart,
                        List.of(
                                migrating("identity", "desk", "create table physician (name varchar)"),
                                migrating("membership", "community", "create table PHYSICIAN (pseudonym varchar)")),
                        "the desk and the community share physician"),
                rule(
                        "the desk's tables and the community's are apart",
                        BundleRules::keepTheirTablesApart,
                        List.of(
                                migrating("identity", "desk", "create table licence_case (id bigint)"),
                                migrating(
                                        "membership",
                                        "community",
                                        "create table account (claim bigint references licence_case)")),
                        "the desk and the community share licence_case"));
    }

    @Test
    public void holdsInTheHouse() {
        assertEquals(List.of(), rule.apply(BUILT).toList());
    }

    @Test
    public void catchesAPlantedViolation() {
        assertTrue(
                "" + rule.apply(planted).toList(), rule.apply(planted).toList().contains(complaint));
    }

    /** Else the rules above would hold for want of anything to look at. */
    @Test
    public void everyModuleHasABundleAndBothSidesHaveTables() {
        Set<String> names = BUILT.stream().map(BuiltBundle::name).collect(Collectors.toSet());
        House.MODULES.forEach(module -> assertTrue("" + module, names.contains("curbside-" + module.getFileName())));
        assertTrue(BundleRules.tables(BUILT, "desk").contains("licence_case"));
        assertTrue(BundleRules.tables(BUILT, "community").contains("account"));
    }

    private static Object[] rule(
            String name,
            Function<List<BuiltBundle>, Stream<String>> rule,
            List<BuiltBundle> planted,
            String complaint) {
        return new Object[] {name, rule, planted, complaint};
    }

    private static List<BuiltBundle> exporting(String bundle, String packages) {
        Map<String, String> purposes =
                Map.of("org.curbside.api.content", PURPOSE, "org.curbside.api.silent", "@Export\n");
        return List.of(new BuiltBundle(bundle, Map.of("Export-Package", packages), Map.of(), purposes));
    }

    private static List<BuiltBundle> providing(String bundle, String capability) {
        return List.of(new BuiltBundle(bundle, Map.of("Provide-Capability", capability), Map.of(), Map.of()));
    }

    private static List<BuiltBundle> holding(String bundle, String file, String text) {
        return List.of(new BuiltBundle(bundle, Map.of(), Map.of(file, text), Map.of()));
    }

    private static BuiltBundle migrating(String slice, String dataSource, String script) {
        return new BuiltBundle(
                "curbside-" + slice,
                Map.of("Provide-Capability", "a;b:List<String>=\"c,d\"," + migration(slice, dataSource)),
                Map.of("db/" + slice + "/V1__planted.sql", script),
                Map.of());
    }

    private static String migration(String slice, String dataSource) {
        return "curbside.migration;curbside.migration=" + slice + ";datasource=" + dataSource + ";location=\"db/"
                + slice + "\"";
    }
}
