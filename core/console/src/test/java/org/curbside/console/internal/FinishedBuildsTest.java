package org.curbside.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedBuildsTest {

    private final Path folder;

    FinishedBuildsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_build_is_finished_when_its_jar_stays_as_it_is() throws IOException {
        FinishedBuilds builds = new FinishedBuilds(folder);
        Path jar = write("a.jar", "1");
        assertThat(builds.look()).isEmpty();
        write("a.jar", "12");
        assertThat(builds.look()).isEmpty();
        assertThat(builds.look()).containsExactly(jar);
    }

    @Test
    void each_build_is_told_once() throws IOException {
        FinishedBuilds builds = new FinishedBuilds(folder.resolve("a.jar"));
        Path jar = write("a.jar", "1");
        builds.look();
        assertThat(builds.look()).containsExactly(jar);
        assertThat(builds.look()).isEmpty();
        assertThat(builds.hasChanged(jar)).isFalse();
        write("a.jar", "12");
        assertThat(builds.hasChanged(jar)).isTrue();
        builds.look();
        assertThat(builds.look()).containsExactly(jar);
    }

    @Test
    void a_folder_may_go_and_come_back() throws IOException {
        Path target = folder.resolve("target");
        FinishedBuilds builds = new FinishedBuilds(target);
        assertThat(builds.look()).isEmpty();
        Files.createDirectory(target);
        Path jar = write("target/a.jar", "1");
        builds.look();
        assertThat(builds.look()).containsExactly(jar);
        Files.delete(jar);
        assertThat(builds.hasChanged(jar)).isTrue();
        Files.delete(target);
        assertThat(builds.look()).isEmpty();
    }

    @Test
    void what_is_no_bundle_is_left_alone() throws IOException {
        FinishedBuilds builds = new FinishedBuilds(folder);
        Path jar = write("a.jar", "1");
        for (String other : new String[] {"a-sources.jar", "a-javadoc.jar", "a-tests.jar", "a.jar.receipt.json"}) {
            write(other, "1");
        }
        builds.look();
        assertThat(builds.look()).containsExactly(jar);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
