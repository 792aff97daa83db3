package org.curbside.guard.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Finding.Result;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class GateTest {

    private final Path folder;
    private final SmallHouse house;

    GateTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void a_right_jar_passes_every_check_and_is_installed_by_nobody() throws Exception {
        Path jar = SampleJar.fine().writeTo(folder.resolve("fine.jar"));
        house.stores(OptionalInt.of(3));
        List<Bundle> before = List.of(house.context().getBundles());

        Verdict verdict = check(jar);

        assertThat(verdict.admitted()).as("" + verdict).isTrue();
        assertThat(verdict.refusal()).isEmpty();
        assertThat(verdict.file()).isEqualTo("fine.jar");
        assertThat(verdict.name()).contains("partner.poll");
        assertThat(verdict.version()).contains("1.2.0");
        assertThat(verdict.offers()).containsExactly(new Offer("poll.PollType", "fine", OptionalInt.of(3)));
        assertThat(verdict.findings())
                .extracting(Finding::check)
                .containsExactly(
                        "copied",
                        "readable",
                        "bundle",
                        "signature",
                        "allowed-name",
                        "imports",
                        "spi-version",
                        "resolution",
                        "unique-id",
                        "canary",
                        "stored-schema");
        assertThat(house.context().getBundles()).containsExactlyElementsOf(before);
    }

    @Test
    void a_version_that_cannot_read_what_is_stored_is_refused() throws Exception {
        Path jar = SampleJar.fine().writeTo(folder.resolve("fine.jar"));
        house.stores(OptionalInt.of(4));

        Verdict verdict = check(jar);

        assertThat(verdict.refusal())
                .contains("It reads answers of \"fine\" up to version 3, but answers of version 4 are stored. Take a"
                        + " version of it that knows these.");
        assertThat(verdict.findings()).filteredOn(Finding::refuses).hasSize(1);
    }

    @Test
    void while_nobody_knows_what_is_stored_no_poll_type_comes() throws Exception {
        Path jar = SampleJar.fine().writeTo(folder.resolve("fine.jar"));

        assertThat(check(jar).refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("while the polls are away"));
    }

    @Test
    void what_comes_back_is_asked_whether_it_fits_and_not_who_signed_it() throws Exception {
        Path jar = SampleJar.fine().writeTo(folder.resolve("fine.jar"));
        house.stores(OptionalInt.empty());

        Verdict verdict = desk("false").checkAgain(jar);

        assertThat(verdict.admitted()).as("" + verdict).isTrue();
        assertThat(verdict.findings())
                .extracting(Finding::check)
                .containsExactly(
                        "copied",
                        "readable",
                        "bundle",
                        "spi-version",
                        "resolution",
                        "unique-id",
                        "canary",
                        "stored-schema");
        assertThat(desk("false").check(jar).admitted()).isFalse();
    }

    @Test
    void the_verdict_is_about_the_bytes_of_the_file() throws Exception {
        Path jar = SampleJar.fine().without("Import-Package").writeTo(folder.resolve("fine.jar"));

        assertThat(check(jar).sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(check(jar).sha256());
        assertThat(check(SampleJar.fine().with("Import-Package", "x").writeTo(folder.resolve("other.jar")))
                        .sha256())
                .isNotEqualTo(check(jar).sha256());
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_run() throws Exception {
        Path jar = SampleJar.fine()
                .with("Bundle-SymbolicName", "curbside-identity")
                .with("Import-Package", SampleJar.SPI + ",org.nowhere")
                .writeTo(folder.resolve("wrong.jar"));

        assertThat(check(jar).findings())
                .filteredOn(Finding::refuses)
                .extracting(Finding::check)
                .containsExactly("allowed-name", "resolution");
        assertThat(check(jar).findings()).extracting(Finding::check).doesNotContain("canary");
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_missing() {
        assertRefused("readable", "There is no file", folder.resolve("nowhere.jar"));
    }

    @Test
    void what_is_no_jar_is_refused() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.jar"), "Dear operator,");

        assertRefused("readable", "It is no jar.", text);
        assertRefused("readable", "It is no jar.", Files.createFile(folder.resolve("empty.jar")));
    }

    @Test
    void a_folder_is_refused() {
        assertRefused("readable", "It is a folder.", folder);
    }

    @Test
    void a_truncated_jar_is_refused() throws Exception {
        byte[] whole = SampleJar.fine().bytes();
        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused("readable", "is cut off or damaged", half);
        assertThat(check(half).stillBeingCopied()).isFalse();
    }

    @Test
    void a_jar_that_is_still_being_copied_is_told_from_a_truncated_one() throws Exception {
        byte[] whole = SampleJar.fine().bytes();
        Path growing = Files.write(folder.resolve("growing.jar"), Arrays.copyOf(whole, whole.length / 2));
        AtomicBoolean copying = new AtomicBoolean(true);
        Thread copier = new Thread(() -> append(growing, copying));
        copier.start();
        try {
            Verdict verdict = check(growing);

            assertThat(verdict.stillBeingCopied()).isTrue();
            assertThat(verdict.refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains("still being copied"));
        } finally {
            copying.set(false);
            copier.join();
        }
    }

    @Test
    void a_damaged_entry_is_found() throws Exception {
        byte[] bytes = SampleJar.fine().bytes();
        bytes[bytes.length / 3] ^= 0x55;

        assertRefused("readable", "is cut off or damaged", Files.write(folder.resolve("damaged.jar"), bytes));
    }

    @Test
    void a_second_manifest_in_other_letters_is_refused() throws Exception {
        assertRefused(
                "readable",
                "META-INF/manifest.mf twice",
                SampleJar.fine()
                        .withFile("META-INF/manifest.mf", "Manifest-Version: 1.0")
                        .writeTo(folder.resolve("two.jar")));
    }

    @Test
    void a_text_that_unpacks_to_megabytes_is_refused() throws Exception {
        assertRefused(
                "readable",
                "OSGI-INF/poll.xml is larger than 1 MB",
                SampleJar.fine()
                        .withFile("OSGI-INF/poll.xml", " ".repeat(2_000_000))
                        .writeTo(folder.resolve("bomb.jar")));
    }

    @Test
    void a_plain_library_is_refused() throws Exception {
        assertRefused(
                "bundle",
                "so it is a plain library",
                SampleJar.fine().without("Bundle-SymbolicName").writeTo(folder.resolve("library.jar")));
    }

    @Test
    void a_jar_without_a_manifest_is_refused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new JarEntry("a.txt"));
            jar.closeEntry();
        }

        assertRefused("bundle", "no manifest", Files.write(folder.resolve("bare.jar"), bytes.toByteArray()));
    }

    @Test
    void a_manifest_that_breaks_a_rule_is_refused() throws Exception {
        assertRefused(
                "bundle",
                "breaks a rule of OSGi",
                SampleJar.fine().with("Bundle-Version", "latest").writeTo(folder.resolve("odd.jar")));
    }

    @Test
    void a_descriptor_that_is_no_xml_is_refused() throws Exception {
        assertRefused(
                "bundle",
                "OSGI-INF/poll.xml is no XML",
                SampleJar.fine().withFile("OSGI-INF/poll.xml", "<oops").writeTo(folder.resolve("odd.jar")));
    }

    private void assertRefused(String check, String sentence, Path jar) {
        Verdict verdict = check(jar);
        assertThat(verdict.admitted()).isFalse();
        assertThat(verdict.findings()).hasSize(1);
        assertThat(verdict.findings().get(0).check()).isEqualTo(check);
        assertThat(verdict.findings().get(0).result()).isEqualTo(Result.REFUSED);
        assertThat(verdict.findings().get(0).sentence()).contains(sentence);
    }

    private Verdict check(Path jar) {
        return desk("").check(jar);
    }

    private AdmissionDesk desk(String unsigned) {
        return new AdmissionDesk(
                house.context(),
                SampleSettings.in(folder.resolve("trusted"), unsigned),
                bundle -> true,
                house.canary(),
                Clock.systemUTC());
    }

    private static void append(Path file, AtomicBoolean copying) {
        try {
            while (copying.get()) {
                Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);
                LockSupport.parkNanos(2_000_000);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
