package org.curbside.itests;

import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** The house keeps its rules, and each rule is seen to catch a class planted against it. */
@RunWith(Parameterized.class)
public class ArchitectureTest {

    private static final JavaClasses PLANTED = new ClassFileImporter()
            .importPackages(
                    "org.curbside.api.identity.planted",
                    "org.curbside.identity.planted",
                    "org.curbside.web.planted",
                    "org.curbside.content.planted",
                    "org.curbside.membership.planted");

    @Parameter(0)
    public String name;

    @Parameter(1)
    public ArchRule rule;

    @Parameter(2)
    public String culprit;

    @Parameters(name = "{0}")
    public static List<Object[]> rules() {
        return List.of(
                rule("JPA stays in the stores", HouseRules.JPA_STAYS_IN_THE_STORES, "SliceKnowingJpa"),
                rule("SQL stays in the stores", HouseRules.SQL_STAYS_IN_THE_STORES, "SliceKnowingSql"),
                rule("HTTP stays at the doors", HouseRules.HTTP_STAYS_AT_THE_DOORS, "SliceKnowingHttp"),
                rule("time and chance are injected", TimeAndChance.ARE_INJECTED, "SliceReadingTheClock"),
                rule("only the gate makes releases", HouseRules.ONLY_THE_GATE_MAKES_RELEASES, "SliceMakingARelease"),
                rule(
                        "true counts go to the gate only",
                        HouseRules.TRUE_COUNTS_GO_TO_THE_GATE_ONLY,
                        "DoorReadingTrueCounts"),
                rule("names and pseudonyms never meet", HouseRules.NAMES_AND_PSEUDONYMS_NEVER_MEET, "KnowingBoth"),
                rule("the desk makes no events", HouseRules.THE_DESK_HAS_NO_EVENTS, "ClaimMade"),
                rule("the desk hears no events", HouseRules.THE_DESK_HAS_NO_EVENTS, "DeskHearingMembers"),
                rule("the desk logs nothing", HouseRules.DESK_AND_MEMBERSHIP_LOG_NOTHING, "DeskPrinting"),
                rule("the membership logs nothing", HouseRules.DESK_AND_MEMBERSHIP_LOG_NOTHING, "MembershipLogging"));
    }

    @Test
    public void holdsInTheHouse() {
        rule.check(House.CLASSES);
    }

    @Test
    public void catchesAPlantedViolation() {
        var result = rule.evaluate(PLANTED);

        assertTrue(name + " caught nothing", result.hasViolation());
        assertTrue(
                "" + result.getFailureReport(),
                result.getFailureReport().getDetails().stream().anyMatch(detail -> detail.contains(culprit)));
    }

    private static Object[] rule(String name, ArchRule rule, String culprit) {
        return new Object[] {name, rule, culprit};
    }
}
