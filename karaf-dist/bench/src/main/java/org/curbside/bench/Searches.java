package org.curbside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.curbside.api.membership.Member;
import org.curbside.api.search.Order;
import org.curbside.search.internal.Indexer;
import org.curbside.search.internal.SearchDesk;

/**
 * Makes an index of made-up posts and searches in it, as the platform does, excerpts included. Its argument is the number of posts. Prints
 * one JSON object: posts a second, the size of the index, for each kind of search its latency and CPU time, and how long after its event
 * advice is found, but for the 0.2 s between two looks at the log and as much until the event has its place in it.
 */
public final class Searches {

    private static final Member READER = new Member(1, "reader", "s0");
    private static final int WARM_UP = 300;
    private static final int EACH = 2_000;
    private static final int ADVISED = 300;

    private final Library library;
    private final SearchDesk desk;

    private Searches(Library library, SearchDesk desk) {
        this.library = library;
        this.desk = desk;
    }

    /** Runs it. */
    public static void main(String... arguments) throws Exception {
        Library library = new Library(Long.parseLong(arguments[0]));
        Path folder = Files.createTempDirectory("curbside-search");
        try {
            Indexer indexer = new Indexer(folder, library, () -> library, () -> {});
            long began = System.nanoTime();
            long cpu = cpuNanos();
            indexer.turn();
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpuSeconds = (cpuNanos() - cpu) / 1e9;
            Searches searches =
                    new Searches(library, new SearchDesk(indexer, () -> library, reader -> false, () -> {}));
            List<String> kinds = searches.kinds();
            String lag = searches.lag(indexer);
            System.out.printf(
                    Locale.ROOT,
                    "{\"scenario\":\"search\",\"posts\":%s,\"questions\":%d,\"indexSeconds\":%.1f,\"postsPerSecond\":%.0f,"
                            + "\"indexCpuSeconds\":%.1f,\"indexMb\":%d,\"heapLimitMb\":%d,\"kinds\":[%s],\"follow\":%s}%n",
                    arguments[0],
                    indexer.state().questions(),
                    seconds,
                    library.questions() * Library.POSTS_EACH / seconds,
                    cpuSeconds,
                    bytes(folder) >> 20,
                    Runtime.getRuntime().maxMemory() >> 20,
                    String.join(",", kinds),
                    lag);
            indexer.close();
        } finally {
            delete(folder);
        }
    }

    private List<String> kinds() {
        return List.of(
                kind("one word", library::word),
                kind("two words", lot -> library.text(lot, 2)),
                kind("phrase of two", lot -> "\"" + somewhere(lot, 2) + "\""),
                kind("phrase of three", lot -> "\"" + somewhere(lot, 3) + "\""),
                kind("a term by three names", this::term),
                kind(
                        "word and operators",
                        lot -> library.word(lot) + " specialty:specialty" + lot.nextInt(12)
                                + " after:2024-06-01 status:open"),
                kind("operators alone", lot -> "specialty:specialty" + lot.nextInt(12) + " is:unanswered has:poll"),
                measured("similar to a draft of 60 words", lot -> desk.similar(
                                READER, library.text(lot, 60), Optional.empty())
                        .size()));
    }

    private String kind(String name, Function<SplittableRandom, String> query) {
        return measured(name, lot ->
                (int) desk.search(READER, query.apply(lot), Order.BEST, 1).total());
    }

    /** Words that stand together in some question. */
    private String somewhere(SplittableRandom lot, int length) {
        String text = library.discussion(1 + lot.nextLong(library.questions()))
                .question()
                .text();
        String[] sentence = text.split("\\. ", 2)[0].split(" ", -1);
        int from = lot.nextInt(sentence.length - length);
        return String.join(" ", List.of(sentence).subList(from, from + length));
    }

    private String term(SplittableRandom lot) {
        var terms = library.channels().get(lot.nextInt(12)).vocabulary();
        return terms.get(lot.nextInt(terms.size())).topic();
    }

    private static String measured(String name, ToIntFunction<SplittableRandom> search) {
        SplittableRandom lot = new SplittableRandom(7);
        for (int i = 0; i < WARM_UP; i++) {
            var unused = search.applyAsInt(lot);
        }
        List<Long> nanos = new ArrayList<>();
        long found = 0;
        long cpu = 0;
        for (int i = 0; i < EACH; i++) {
            SplittableRandom own = lot.split();
            long began = System.nanoTime();
            long before = threadNanos();
            found += search.applyAsInt(own) > 0 ? 1 : 0;
            cpu += threadNanos() - before;
            nanos.add(System.nanoTime() - began);
        }
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"%s\",\"searches\":%d,\"finding\":%d,\"p50Millis\":%.2f,\"p99Millis\":%.2f,\"cpuMillis\":%.2f}",
                name,
                EACH,
                found,
                at(nanos, 0.5),
                at(nanos, 0.99),
                cpu / 1e6 / EACH);
    }

    private String lag(Indexer indexer) {
        SplittableRandom lot = new SplittableRandom(9);
        List<Long> nanos = new ArrayList<>();
        int missing = 0;
        for (int i = 0; i < ADVISED; i++) {
            String mark = "advised" + i;
            library.advise(1 + lot.nextLong(library.questions()), library.text(lot, 60) + " " + mark);
            long began = System.nanoTime();
            indexer.turn();
            missing += desk.search(READER, mark, Order.BEST, 1).total() == 1 ? 0 : 1;
            nanos.add(System.nanoTime() - began);
        }
        return String.format(
                Locale.ROOT,
                "{\"advised\":%d,\"notFound\":%d,\"p50Millis\":%.1f,\"p99Millis\":%.1f}",
                ADVISED,
                missing,
                at(nanos, 0.5),
                at(nanos, 0.99));
    }

    private static double at(List<Long> nanos, double share) {
        return nanos.stream()
                        .sorted()
                        .skip((long) (nanos.size() * share))
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
