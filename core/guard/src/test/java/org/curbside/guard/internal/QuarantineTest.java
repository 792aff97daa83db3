package org.curbside.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.curbside.guard.internal.audit.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;

class QuarantineTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\"";
    private static final String NAME = "partner.poll";
    private static final Version VERSION = new Version(1, 0, 0);

    private final Path folder;
    private final SmallFramework framework;
    private BundleContext guard;
    private Quarantine quarantine;
    private Warden warden;

    QuarantineTest(@TempDir Path folder) throws BundleException {
        this.folder = folder;
        framework = new SmallFramework(folder.resolve("framework"));
    }

    @BeforeEach
    void build() throws Exception {
        guard = framework.start("curbside-guard", SPI).getBundleContext();
        quarantine = new Quarantine(guard);
        warden = new Warden(
                guard,
                quarantine,
                new AuditTrail(folder.resolve("audit.jsonl"), Clock.systemUTC()),
                Duration.ofSeconds(1).toNanos());
        guard.registerService(ResolverHookFactory.class, new PackageWall(SmallFramework.clearance(quarantine)), null);
    }

    @AfterEach
    void close() throws Exception {
        warden.close();
        framework.close();
    }

    @Test
    void one_that_never_ends_starting_is_interrupted_and_held() throws Exception {
        Bundle hanging = framework.install(NAME, SPI + ",org.osgi.framework", Hanging.class);

        assertThatThrownBy(hanging::start).isInstanceOf(BundleException.class);

        assertThat(quarantine.reason(NAME, VERSION))
                .hasValueSatisfying(why -> assertThat(why).startsWith("It was not started after"));
    }

    @Test
    void who_is_held_does_not_start_until_let_out() throws Exception {
        quarantine.hold(NAME, VERSION, "It misbehaved.");
        Bundle held = framework.install(NAME, SPI);

        assertThatThrownBy(held::start).isInstanceOf(BundleException.class);
        warden.release(held);

        assertThat(held.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void who_runs_is_stopped() throws Exception {
        Bundle running = framework.start(NAME, SPI);

        warden.hold(running, "It misbehaved.");

        SmallFramework.await(() -> running.getState() == Bundle.RESOLVED);
        assertThat(quarantine.reason(NAME, VERSION)).contains("It misbehaved.");
    }

    @Test
    void it_outlasts_a_restart_and_the_first_reason_stays() throws Exception {
        quarantine.hold(NAME, VERSION, "It misbehaved.");
        quarantine.hold(NAME, VERSION, "Again.");

        Quarantine after = new Quarantine(guard);

        assertThat(after.reason(NAME, VERSION)).contains("It misbehaved.");
        assertThat(after.release(NAME, VERSION)).isTrue();
        assertThat(new Quarantine(guard).reason(NAME, VERSION)).isEmpty();
    }

    @Test
    void another_version_is_not_held() {
        quarantine.hold(NAME, VERSION, "It misbehaved.");

        assertThat(quarantine.reason(NAME, new Version(1, 0, 1))).isEmpty();
        assertThat(quarantine.release(NAME, new Version(1, 0, 1))).isFalse();
    }
}
