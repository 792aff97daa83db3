package org.curbside.guard.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.curbside.api.guard.AddOn.Calls;
import org.curbside.guard.internal.SmallFramework;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

class ConductTest {

    private final List<String> held = new ArrayList<>();
    private final SmallFramework framework;
    private Conduct conduct;

    ConductTest(@TempDir Path folder) throws BundleException {
        framework = new SmallFramework(folder);
    }

    @BeforeEach
    void come() throws Exception {
        conduct = new Conduct(framework.start("partner.poll", ""), held::add);
    }

    @AfterEach
    void close() throws Exception {
        framework.close();
    }

    @Test
    void who_fails_after_three_pauses_had_their_chances() {
        conduct.failed("read", new IllegalStateException("what a member wrote"));
        conduct.paused();
        conduct.paused();
        assertThat(held).isEmpty();
        conduct.paused();

        assertThat(held)
                .containsExactly("It failed again after each of 3 pauses."
                        + " It fails in \"read\" (IllegalStateException); data/log/karaf.log says where.");
    }

    @Test
    void calls_are_counted_with_the_mean_time_of_an_answer() {
        conduct.answered(1_000_000);
        conduct.answered(3_000_000);
        conduct.failed("read", new IllegalStateException());

        assertThat(conduct.calls()).isEqualTo(new Calls(2, 1, 2.0));
        assertThat(conduct.calls().plus(new Calls(2, 0, 4.0))).isEqualTo(new Calls(4, 1, 3.0));
        assertThat(Calls.NONE.plus(Calls.NONE)).isEqualTo(Calls.NONE);
    }
}
