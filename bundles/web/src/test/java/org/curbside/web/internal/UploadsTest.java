package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.curbside.api.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {

    private final Path folder;

    UploadsTest(@TempDir Path folder) {
        this.folder = folder.resolve("uploads");
    }

    @ParameterizedTest
    @CsvSource({
        "likert.jar, likert.jar",
        "C:\\Users\\me\\likert.jar, likert.jar",
        "../../etc/likert.jar, likert.jar",
        "two words.jar, two_words.jar",
        ".hidden, add-on.jar",
        ", add-on.jar"
    })
    void a_file_keeps_its_name_and_nothing_of_a_path(@Nullable String sent, String kept) throws IOException {
        Path file = new Uploads(folder).keep(part(sent, 1, 2, 3));

        assertThat(file.getFileName()).hasToString(kept);
        assertThat(file.normalize()).startsWith(folder);
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    }

    @Test
    void the_latest_few_are_kept_and_what_a_killed_process_left_is_not() {
        Uploads uploads = new Uploads(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            files.add(uploads.keep(part("same.jar", i)));
        }
        assertThat(files.get(0)).doesNotExist();
        assertThat(files.subList(1, 6)).allSatisfy(file -> assertThat(file).exists());

        new Uploads(folder);

        assertThat(files).allSatisfy(file -> assertThat(file).doesNotExist());
    }

    @Test
    void when_it_ends_nothing_is_left() {
        Uploads uploads = new Uploads(folder);
        Path file = uploads.keep(part("likert.jar", 1));

        uploads.clear();

        assertThat(file).doesNotExist();
    }

    @Test
    void an_empty_file_is_none() {
        assertThatThrownBy(() -> new Uploads(folder).keep(part("likert.jar")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("jar-missing"));
    }

    private static Part part(@Nullable String name, int... content) {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < content.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return (Part) Proxy.newProxyInstance(
                Part.class.getClassLoader(),
                new Class<?>[] {Part.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSize" -> (long) bytes.length;
                    case "getSubmittedFileName" -> name;
                    case "getInputStream" -> new ByteArrayInputStream(bytes);
                    case "delete" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
