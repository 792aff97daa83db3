package org.curbside.guard.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Finding.Result;
import org.curbside.testkit.bundle.AddOnJar;

/** Sample jars as the checks see them. */
final class Candidates {

    private Candidates() {}

    static Candidate of(AddOnJar jar, Path folder) throws IOException, Unfit {
        return Opening.of(jar.writeTo(folder.resolve("addon.jar")));
    }

    static void assertPassed(Finding finding) {
        assertThat(finding.result()).as("" + finding).isEqualTo(Result.PASSED);
    }

    static void assertRefused(Finding finding, String... parts) {
        assertThat(finding.result()).as("" + finding).isEqualTo(Result.REFUSED);
        assertThat(finding.sentence()).contains(parts).matches("(?s)\\S.*\\.");
    }
}
