package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Promises that several contracts share. */
final class Promises {

    private static final int THREADS = 8;
    private static final int LEGIBLE = 200;
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** With other digits, other decimal signs, and letters that change case in another way. */
    private static final List<String> ELSEWHERE = List.of("ar-EG", "de-DE", "tr-TR");

    private Promises() {}

    /** A refusal is one short sentence, and does not hand the input back to a page or a log. */
    static void assertReadable(@Nullable Throwable refusal, String input) {
        String words = refusal == null ? null : refusal.getMessage();
        assertThat(words).isNotNull().hasSizeBetween(10, 200).matches("[A-Z].*[.!?]");
        if (input.length() > 3) {
            assertThat(words).doesNotContain(input);
        }
    }

    static <T> T inTime(ThrowingSupplier<T> call) {
        return assertTimeoutPreemptively(DEADLINE, call);
    }

    /** The same call from many threads at once gives each what it gave one. */
    static <T> void assertSameFromManyThreads(Callable<T> call) throws Exception {
        T alone = call.call();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<T> together : threads.invokeAll(Collections.nCopies(THREADS * 25, call))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same call gives the same wherever the machine stands and whatever language it speaks. */
    static <T> void assertSameAnywhere(Callable<T> call) throws Exception {
        T here = call.call();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Pacific/Kiritimati")));
            for (String elsewhere : ELSEWHERE) {
                Locale.setDefault(Locale.forLanguageTag(elsewhere));
                assertThat(call.call()).as(elsewhere).isEqualTo(here);
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    /** What a call prints, to either of the two. */
    static String printed(Callable<?> call) throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream ear = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(ear);
            System.setErr(ear);
            call.call();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    static void assertNothingBut(Class<? extends Throwable> allowed, @Nullable Throwable thrown) {
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(allowed);
        }
    }

    /** The annotation is there, and its id fits where ids are stored. */
    static <A extends Annotation> void assertId(Object service, Class<A> annotation, Function<A, String> id) {
        assertThat(service.getClass()).hasAnnotation(annotation);
        assertThat(id.apply(service.getClass().getAnnotation(annotation))).matches("[a-z][a-z0-9-]{0,39}");
    }

    /** For the description of a failure, which nobody reads a hundred thousand letters of. */
    static String brief(Object input) {
        String text = input.toString();
        return text.length() <= LEGIBLE ? text : text.substring(0, LEGIBLE) + "...";
    }
}
