package org.curbside.itests;

import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every way to fetch the time or a random value is caught, wherever in a class it is written. */
@RunWith(Parameterized.class)
public class TimeAndChanceTest {

    private static final List<String> WAYS = List.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC)",
            "java.time.Year.now(java.time.ZoneOffset.UTC)",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC)",
            "java.time.InstantSource.system()",
            "System.currentTimeMillis()",
            "new java.util.Date()",
            "java.util.Calendar.getInstance()",
            "java.util.UUID.randomUUID()",
            "Math.random()",
            "StrictMath.random()",
            "new java.security.SecureRandom()",
            "java.security.SecureRandom.getInstanceStrong()",
            "new java.util.Random(1)",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "new java.util.SplittableRandom()",
            "java.util.random.RandomGenerator.getDefault()",
            "shuffled(java.util.Collections::shuffle)",
            "supplied(java.util.UUID::randomUUID)",
            "supplied(() -> java.time.Instant.now())");

    private static final String TAKERS = "static Object shuffled(java.util.function.Consumer<java.util.List<?>> way) "
            + "{ return way; } static Object supplied(java.util.function.Supplier<?> way) { return way; }";

    private static final List<String> CAUGHT =
            TimeAndChance.ARE_INJECTED.evaluate(planted()).getFailureReport().getDetails();

    @Parameter(0)
    public String way;

    @Parameter(1)
    public int number;

    @Parameters(name = "{0}")
    public static List<Object[]> ways() {
        return IntStream.range(0, WAYS.size())
                .mapToObj(number -> new Object[] {WAYS.get(number), number})
                .toList();
    }

    @Test
    public void isCaughtInAMethod() {
        assertCaught("InAMethod");
    }

    @Test
    public void isCaughtInAField() {
        assertCaught("InAField");
    }

    @Test
    public void isCaughtInAConstructor() {
        assertCaught("InAConstructor");
    }

    private void assertCaught(String place) {
        assertTrue(way, CAUGHT.stream().anyMatch(line -> line.contains("." + place + number + ".")));
    }

    private static JavaClasses planted() {
        Planted planted = new Planted();
        for (int i = 0; i < WAYS.size(); i++) {
            String way = WAYS.get(i);
            plant(planted, "InAMethod" + i, "Object fetched() throws Exception { return " + way + "; }");
            plant(
                    planted,
                    "InAField" + i,
                    "final Object fetched = " + way + "; InAField" + i + "() throws Exception {}");
            plant(
                    planted,
                    "InAConstructor" + i,
                    "InAConstructor" + i + "() throws Exception { Object o = " + way + "; }");
        }
        return planted.compiled();
    }

    private static void plant(Planted planted, String name, String member) {
        planted.type("org.curbside.content.planted", name, "class " + name + " { " + member + TAKERS + " }");
    }
}
