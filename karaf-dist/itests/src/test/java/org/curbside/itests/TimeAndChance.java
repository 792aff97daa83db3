package org.curbside.itests;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Time and chance come in by a constructor. They are fetched in one place only: where the platform itself makes an object,
 * which is the constructor of a component or of a console command. A stopwatch ({@code System.nanoTime}) tells no time.
 */
final class TimeAndChance {

    private static final Pattern FETCHED = Pattern.compile(String.join(
            "|",
            "java\\.time\\..*\\.now\\((?!java\\.time\\.Clock).*",
            "java\\.time\\.(Clock|InstantSource)\\.(system|tick[A-Z]).*",
            "java\\.lang\\.System\\.currentTimeMillis.*",
            "java\\.util\\.Date\\.<init>\\(\\)",
            "java\\.util\\.Calendar\\.getInstance.*",
            "java\\.util\\.UUID\\.randomUUID.*",
            "java\\.lang\\.(Strict)?Math\\.random.*",
            "java\\.security\\.SecureRandom\\.(<init>|getInstance).*",
            "java\\.util\\.SplittableRandom\\.<init>\\(\\)",
            "java\\.util\\.random\\.RandomGenerator\\.(of|getDefault).*",
            "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)"));

    /** It looks at the clock to catch a format that does too. */
    private static final String WATCHMAN = "org.curbside.testkit.ExportFormatContract";

    static final ArchRule ARE_INJECTED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(WATCHMAN)
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "it fetches time or chance",
                    access -> isFetched(access) && !isMakingAComponent(access.getOrigin())))
            .orShould()
            .dependOnClassesThat(are(DescribedPredicate.describe(
                    "Random or ThreadLocalRandom",
                    type -> type.isEquivalentTo(Random.class) || type.isEquivalentTo(ThreadLocalRandom.class))))
            .because("a test must be able to hold them still");

    private TimeAndChance() {}

    private static boolean isFetched(JavaAccess<?> access) {
        return FETCHED.matcher(access.getTarget().getFullName()).matches();
    }

    private static boolean isMakingAComponent(JavaCodeUnit origin) {
        return origin.isConstructor()
                && (origin.isAnnotatedWith("org.osgi.service.component.annotations.Activate")
                        || origin.getOwner().isAnnotatedWith("org.apache.karaf.shell.api.action.Command"));
    }
}
