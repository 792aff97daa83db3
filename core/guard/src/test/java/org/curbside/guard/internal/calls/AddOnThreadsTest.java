package org.curbside.guard.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.curbside.guard.internal.SmallFramework;
import org.curbside.spi.poll.Question;
import org.curbside.testkit.bad.BadBundle;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

@Timeout(30)
class AddOnThreadsTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\",org.osgi.framework";
    private static final Question QUESTION = new Question("Which way?", List.of());

    private final List<String> held = Collections.synchronizedList(new ArrayList<>());
    private final AddOnThreads threads =
            new AddOnThreads(Duration.ofMillis(200), (bundle, why) -> held.add(bundle.getSymbolicName() + ": " + why));
    private final Path folder;
    private final SmallFramework framework;

    AddOnThreadsTest(@TempDir Path folder) throws BundleException {
        this.folder = folder;
        framework = new SmallFramework(folder.resolve("cache"));
    }

    @BeforeEach
    void build() {
        framework.context().addBundleListener(threads);
    }

    @AfterEach
    void close() throws Exception {
        framework.close();
    }

    @Test
    void those_that_run_on_after_the_add_on_has_stopped_are_reported_with_it() throws Exception {
        Bundle leaking = framework.start(BadBundle.LEAKS_THREADS, folder);
        answer(leaking, 1);
        threads.look();
        assertThat(threads.left(leaking)).isEmpty();

        leaking.stop();

        assertThat(reported(leaking))
                .startsWith("Threads run on although it has stopped: 60, such as \"leaked 0\", ")
                .endsWith("Only a restart of the platform ends them.");
        assertThat(held).isEmpty();
    }

    @Test
    void who_starts_ever_more_of_them_is_held_once() throws Exception {
        Bundle leaking = framework.start(BadBundle.LEAKS_THREADS, folder);
        answer(leaking, 2);

        threads.look();
        threads.look();

        assertThat(held).containsExactly("bad-leaks-threads: It runs 120 threads of its own.");
        leaking.stop();
        assertThat(reported(leaking)).startsWith("Threads run on although it has stopped: 120, ");
    }

    @Test
    void what_a_version_has_left_is_not_counted_against_the_next() throws Exception {
        Bundle leaking = framework.start(BadBundle.LEAKS_THREADS, folder);
        answer(leaking, 1);
        leaking.stop();
        leaking.start();
        answer(leaking, 1);

        threads.look();

        assertThat(held).isEmpty();
    }

    @Test
    void one_that_was_started_with_the_add_on_is_known_by_its_code() throws Exception {
        byte[] jar = AddOnJar.named("partner.straying", "1.0.0")
                .with("Import-Package", SPI)
                .with("Bundle-Activator", Straying.class.getName())
                .withClasses(Straying.class.getClassLoader(), Straying.class.getName())
                .bytes();
        Bundle straying = framework.context().installBundle("memory:straying", new ByteArrayInputStream(jar));
        straying.start();

        straying.stop();

        assertThat(reported(straying)).contains(": 1, such as \"stray\".");
    }

    @Test
    void those_that_end_when_they_are_interrupted_are_no_trouble() throws Exception {
        Bundle bundle = framework.start("partner.poll", SPI);
        Thread waiting = new Thread(threads.groupOf(bundle), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();

        bundle.stop();
        waiting.join();
        threads.look();

        assertThat(threads.left(bundle)).isEmpty();
    }

    /** As the guard calls an add-on: on a thread in its group. */
    private void answer(Bundle bad, int ballots) throws Exception {
        var leaking = SmallFramework.component(bad, "LeaksThreads");
        Worker worker = new Worker(threads.groupOf(bad));
        try {
            for (int i = 0; i < ballots; i++) {
                worker.within(Duration.ofSeconds(5), () -> leaking.read(QUESTION, Map.of("thumb", List.of("up"))));
            }
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        } finally {
            worker.stop();
        }
    }

    private String reported(Bundle bundle) throws InterruptedException {
        Optional<String> left = threads.left(bundle);
        while (left.isEmpty()) {
            Thread.sleep(1);
            threads.look();
            left = threads.left(bundle);
        }
        return left.get();
    }
}
