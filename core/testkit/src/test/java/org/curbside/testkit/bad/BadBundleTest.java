package org.curbside.testkit.bad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadBundleTest {

    private static final Question QUESTION = new Question("Which way?", List.of());
    private static final String THROWS = "org.curbside.testkit.bad.planted.ThrowsInActivate";

    private final Path folder;

    BadBundleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource
    void each_is_a_jar_that_names_itself_and_what_it_offers(BadBundle bad) throws Exception {
        try (JarFile jar = new JarFile(bad.write(folder.resolve("new")).toFile())) {
            var headers = jar.getManifest().getMainAttributes();
            assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo(bad.symbolicName());
            assertThat(headers.getValue("Service-Component")).isEqualTo("OSGI-INF/component.xml");
            assertThat(jar.getEntry("OSGI-INF/component.xml")).isNotNull();
            assertThat(bad.sentence()).matches("[A-Z].*\\.");
        }
    }

    @Test
    void all_are_written_by_one_call() throws Exception {
        BadBundle.main(new String[] {"" + folder});

        for (Path each : List.of(folder, folder.resolve("latent"))) {
            try (var files = Files.list(each)) {
                assertThat(files.filter(file -> ("" + file).endsWith(".jar"))).hasSameSizeAs(BadBundle.values());
            }
        }
    }

    @Test
    void a_latent_one_behaves_outside_of_a_platform() throws Exception {
        try (URLClassLoader open = loader(BadBundle.THROWS_IN_ACTIVATE.write(folder));
                URLClassLoader latent = loader(BadBundle.THROWS_IN_ACTIVATE.writeLatent(folder.resolve("latent")))) {
            assertThatThrownBy(() -> component(open)).hasRootCauseInstanceOf(IllegalStateException.class);
            assertThat(component(latent).read(QUESTION, Map.of("thumb", List.of("up"))))
                    .isEqualTo("up");
        }
    }

    @Test
    void the_tampered_ones_do_not_verify() {
        assertThatThrownBy(() -> readAll(BadBundle.TAMPERED_BY_CHANGING.write(folder)))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("OSGI-INF/component.xml");
    }

    @Test
    void an_added_class_verifies_and_has_no_signer() throws Exception {
        Path jar = BadBundle.TAMPERED_BY_ADDING.write(folder);
        readAll(jar);
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry added = file.getJarEntry("org/example/Added.class");
            file.getInputStream(added).readAllBytes();
            assertThat(added.getCodeSigners()).isNull();
        }
    }

    private static void readAll(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    in.readAllBytes();
                }
            }
        }
    }

    private static PollType component(ClassLoader jar) throws ReflectiveOperationException {
        return (PollType) jar.loadClass(THROWS).getConstructor().newInstance();
    }

    /** Looks into the jar first, as a bundle does. */
    private static URLClassLoader loader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, PollType.class.getClassLoader()) {
            @Override
            public Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                boolean own = name.startsWith("org.curbside.testkit.bad.planted.") && findLoadedClass(name) == null;
                return own ? findClass(name) : super.loadClass(name, resolve);
            }

            @Override
            public URL getResource(String name) {
                return findResource(name);
            }
        };
    }
}
