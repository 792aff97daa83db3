package org.curbside.itests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.curbside.api.insight.Insight;
import org.curbside.api.polling.PollCounts;
import org.curbside.spi.export.Release;

/** What holds across the rooms; who may know whom is said in {@link Room}. */
final class HouseRules {

    private static final String[] DESK = {
        "org.curbside.identity..", "org.curbside.api.identity..", "org.curbside.api.credential.."
    };

    static final ArchRule JPA_STAYS_IN_THE_STORES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.curbside.store..", "org.curbside..internal.store..", "org.curbside.testkit.jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.persistence..", "org.eclipse.persistence..")
            .because("a row is nobody's business but its store's");

    static final ArchRule SQL_STAYS_IN_THE_STORES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.curbside.store..", "org.curbside..internal.store..", "org.curbside.testkit.jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..", "java.sql..")
            .because("whoever held a database could read more than its own rows");

    static final ArchRule HTTP_STAYS_AT_THE_DOORS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.curbside.http..", "org.curbside.web..", "org.curbside.guard.internal.waiting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..", "org.glassfish.jersey..")
            .because(
                    "a slice serves pages, programs and commands alike, and only the door and its waiting room may not");

    static final ArchRule NAMES_AND_PSEUDONYMS_NEVER_MEET = classes()
            .should(notKnowBoth("identity", "membership"))
            .because("whatever knew both could tell whose pseudonym it is");

    static final ArchRule THE_DESK_HAS_NO_EVENTS = noClasses()
            .that()
            .resideInAnyPackage(DESK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.curbside.api.event..", "org.curbside.store..")
            .because(
                    "the outbox is the community's, and an event of a physician could be laid beside one of a pseudonym");

    static final ArchRule DESK_AND_MEMBERSHIP_LOG_NOTHING = noClasses()
            .that()
            .resideInAnyPackage(DESK)
            .or()
            .resideInAnyPackage("org.curbside.membership..", "org.curbside.api.membership..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.osgi.service.log..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(System.Logger.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("both would write into one log, where minutes link a physician to a pseudonym");

    static final ArchRule ONLY_THE_GATE_MAKES_RELEASES = classes()
            .that()
            .implement(Release.class)
            .should()
            .resideInAnyPackage("org.curbside.disclosure.internal.gate", "org.curbside.testkit..")
            .because("a client sees what the gate released and nothing else");

    static final ArchRule TRUE_COUNTS_GO_TO_THE_GATE_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.curbside.disclosure..",
                    "org.curbside.polling..",
                    "org.curbside.insight..",
                    "org.curbside.api..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PollCounts.class)
            .orShould()
            .callMethod(Insight.class, "activity", LocalDate.class, LocalDate.class)
            .orShould()
            .callMethod(Insight.class, "physicians", LocalDate.class, LocalDate.class)
            .because("a door that could read them could show them")
            .allowEmptyShould(true);

    private HouseRules() {}

    private static ArchCondition<JavaClass> notKnowBoth(String one, String other) {
        return new ArchCondition<>("not know both " + one + " and " + other) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (knows(type, one) && knows(type, other)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " knows both"));
                }
            }
        };
    }

    private static boolean knows(JavaClass type, String slice) {
        List<String> packages = List.of("org.curbside." + slice, "org.curbside.api." + slice);
        return Stream.concat(
                        Stream.of(type),
                        type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass()))
                .map(JavaClass::getPackageName)
                .anyMatch(name -> packages.stream().anyMatch(p -> name.equals(p) || name.startsWith(p + ".")));
    }
}
