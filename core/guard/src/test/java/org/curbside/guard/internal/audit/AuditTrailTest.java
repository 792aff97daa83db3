package org.curbside.guard.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Subject LIKERT =
            new Subject("partner.likert", Optional.of("1.2.0"), Optional.of("ab12"), Optional.of("CN=Partner"));

    private final Path file;
    private AuditTrail audit;

    AuditTrailTest(@TempDir Path folder) {
        file = folder.resolve("audit/add-ons.jsonl");
    }

    @BeforeEach
    void open() throws IOException {
        audit = new AuditTrail(file, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void what_was_done_says_who_when_what_and_to_which_jar() {
        assertThat(audit.of("Porter", Act.INSTALL, LIKERT, () -> "done")).isEqualTo("done");

        assertThat(audit.latest(10))
                .containsExactly(new AuditEntry(
                        1,
                        NOON,
                        "Porter",
                        Act.INSTALL,
                        "partner.likert",
                        LIKERT.version(),
                        LIKERT.sha256(),
                        LIKERT.signer(),
                        true,
                        Optional.empty()));
    }

    @Test
    void what_was_refused_says_why_and_stays_refused() {
        assertThatThrownBy(() -> audit.of("Porter", Act.INSTALL, LIKERT, () -> {
                    throw Refusal.conflict("taken", "Somebody else offers that.");
                }))
                .isInstanceOf(Refusal.class);

        assertThat(only().done()).isFalse();
        assertThat(only().reason()).contains("Somebody else offers that.");
    }

    @Test
    void what_breaks_is_written_down_without_its_own_words() {
        assertThatThrownBy(() -> audit.of("Porter", Act.INSTALL, LIKERT, () -> {
                    throw new IllegalStateException("secret");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(only().reason()).contains("It failed; data/log/karaf.log says where.");
    }

    @Test
    void the_jar_of_a_version_is_remembered_from_when_it_came() {
        audit.add("Porter", Act.INSTALL, LIKERT, true, Optional.empty());
        Subject running = new Subject("partner.likert", Optional.of("1.2.0"), Optional.empty(), Optional.empty());

        audit.add(AuditEntry.ITSELF, Act.QUARANTINE, running, true, Optional.of("It failed."));

        AuditEntry quarantined = audit.latest(1).get(0);
        assertThat(quarantined.sha256()).contains("ab12");
        assertThat(quarantined.signer()).contains("CN=Partner");
    }

    @Test
    void it_goes_on_after_a_restart_and_the_newest_are_last() throws IOException {
        audit.add("Porter", Act.INSTALL, LIKERT, true, Optional.empty());
        open();
        audit.add("Porter", Act.ROLLBACK, LIKERT, true, Optional.empty());
        audit.add("Porter", Act.UNINSTALL, LIKERT, true, Optional.empty());

        assertThat(audit.latest(2)).extracting(AuditEntry::number).containsExactly(2L, 3L);
        assertThat(audit.broken()).isEmpty();
    }

    @Test
    void a_line_that_was_not_finished_is_dropped() throws IOException {
        audit.add("Porter", Act.INSTALL, LIKERT, true, Optional.empty());
        Files.writeString(file, "{\"before\":\"12", StandardOpenOption.APPEND);
        open();
        audit.add("Porter", Act.UNINSTALL, LIKERT, true, Optional.empty());

        assertThat(audit.latest(10)).hasSize(2);
        assertThat(audit.broken()).isEmpty();
    }

    @Test
    void a_changed_a_missing_and_an_added_line_are_found() throws IOException {
        for (Act act : Act.values()) {
            audit.add("Porter", act, LIKERT, true, Optional.empty());
        }
        List<String> lines = Files.readAllLines(file);

        List<String> changed = new ArrayList<>(lines);
        changed.set(1, changed.get(1).replace("Porter", "Nobody"));
        assertBroken(changed, "line 3");
        List<String> missing = new ArrayList<>(lines);
        missing.remove(1);
        assertBroken(missing, "line 2");
        List<String> added = new ArrayList<>(lines);
        added.add(2, added.get(0));
        assertBroken(added, "line 3");
        List<String> scribbled = new ArrayList<>(lines);
        scribbled.add("Porter was here");
        assertBroken(scribbled, "line 7");
        assertBroken(lines.subList(0, 4), "line 5");
        Files.write(file, lines);
        assertThat(audit.broken()).isEmpty();
    }

    private void assertBroken(List<String> lines, String where) throws IOException {
        Files.write(file, lines);
        assertThat(audit.broken()).hasValueSatisfying(why -> assertThat(why).contains(where));
    }

    private AuditEntry only() {
        assertThat(audit.latest(10)).hasSize(1);
        return audit.latest(10).get(0);
    }
}
