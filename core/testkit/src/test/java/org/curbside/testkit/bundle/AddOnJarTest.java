package org.curbside.testkit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddOnJarTest {

    private final Path folder;

    AddOnJarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void it_begins_with_a_manifest_that_makes_it_a_bundle() throws Exception {
        Path jar = AddOnJar.named("partner.poll", "1.2.0")
                .with("Import-Package", "a")
                .writeTo(folder.resolve("a.jar"));

        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.entries().nextElement().getName()).isEqualTo(JarFile.MANIFEST_NAME);
            assertThat(file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"))
                    .isEqualTo("partner.poll");
            assertThat(file.getManifest().getMainAttributes().getValue("Import-Package"))
                    .isEqualTo("a");
        }
    }

    @Test
    void the_same_entries_make_the_same_bytes() throws Exception {
        assertThat(poll().bytes()).isEqualTo(poll().bytes());
    }

    @Test
    void components_add_up_and_one_of_the_same_file_takes_the_others_place() {
        AddOnJar jar = poll().offering("poll", "curbside.poll.type", "other", "poll.PollType", "a.C")
                .offering("format", "curbside.export.id", "csv", "export.ExportFormat", "a.D");

        assertThat(jar.header("Service-Component")).isEqualTo("OSGI-INF/poll.xml,OSGI-INF/format.xml");
        assertThat(jar.without("Service-Component").header("Service-Component")).isEmpty();
    }

    @Test
    void a_copy_of_a_signed_jar_is_signed_until_something_is_changed() throws Exception {
        Path signed = Signer.named("Partner").sign(poll().writeTo(folder.resolve("p.jar")), folder.resolve("s.jar"));
        Path copy = AddOnJar.copyOf(signed).writeTo(folder.resolve("copy.jar"));

        try (JarFile file = new JarFile(copy.toFile())) {
            var entry = file.getJarEntry("OSGI-INF/poll.xml");
            file.getInputStream(entry).readAllBytes();
            assertThat(entry.getCodeSigners()).hasSize(1);
        }
    }

    private static AddOnJar poll() {
        return AddOnJar.named("partner.poll", "1.2.0")
                .offering("poll", "curbside.poll.type", "fine", "poll.PollType", "a.B");
    }
}
