package org.curbside.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.guard.AuditEntry.Act;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.calls.Extensions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;

class DepotTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\",org.osgi.framework";
    private static final String NAME = "partner.poll";
    private static final String WHO = "Porter";

    private final Path folder;
    private final SmallFramework framework;
    private final Trusting admission = new Trusting(NAME);
    private BundleContext guard;
    private Quarantine quarantine;
    private AuditTrail audit;
    private InstalledAddOns addOns;
    private Warden warden;
    private Extensions extensions;
    private Depot depot;

    DepotTest(@TempDir Path folder) throws BundleException {
        this.folder = folder;
        framework = new SmallFramework(folder.resolve("framework"));
    }

    @BeforeEach
    void build() throws Exception {
        guard = framework.start("curbside-guard", SPI).getBundleContext();
        quarantine = new Quarantine(guard);
        audit = new AuditTrail(folder.resolve("audit.jsonl"), Clock.systemUTC());
        warden = new Warden(guard, quarantine, audit);
        extensions = new Extensions(guard, warden);
        Clearance clearance = SmallFramework.clearance(quarantine);
        guard.registerService(ResolverHookFactory.class, new PackageWall(clearance), null);
        addOns = new InstalledAddOns(guard, extensions, warden, clearance, audit);
        depot = new Depot(guard, admission, addOns, warden, clearance, new Passports(guard), audit);
    }

    @AfterEach
    void close() throws Exception {
        extensions.close();
        warden.close();
        framework.close();
    }

    @Test
    void an_add_on_comes_is_updated_and_goes_back() throws Exception {
        assertThat(depot.install(jar("1.0.0", null), WHO).version()).isEqualTo("1.0.0");
        assertThat(depot.install(jar("2.0.0", null), WHO).version()).isEqualTo("2.0.0");
        assertThat(depot.rollback(NAME, WHO).version()).isEqualTo("1.0.0");
        assertThat(depot.rollback(NAME, WHO).version()).isEqualTo("2.0.0");
        assertThat(bundle().getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void what_admission_refuses_is_not_installed() throws Exception {
        admission.refuse("Nobody trusted has signed it.");

        assertRefused("not-admitted", () -> depot.install(jar("1.0.0", null), WHO));
        assertThat(guard.getBundles()).noneMatch(bundle -> NAME.equals(bundle.getSymbolicName()));
    }

    @Test
    void what_changed_after_the_check_is_not_installed() throws Exception {
        admission.afterwards(path -> Files.write(path, new byte[] {1}));

        assertRefused("file-changed", () -> depot.install(jar("1.0.0", null), WHO));
    }

    @Test
    void what_does_not_start_is_taken_back() throws Exception {
        assertRefused("does-not-start", () -> depot.install(jar("1.0.0", Failing.class), WHO));
        assertThat(guard.getBundles()).noneMatch(bundle -> NAME.equals(bundle.getSymbolicName()));
    }

    @Test
    void an_update_that_does_not_start_leaves_the_version_before_running() throws Exception {
        depot.install(jar("1.0.0", null), WHO);

        assertRefused("does-not-start", () -> depot.install(jar("2.0.0", Failing.class), WHO));

        assertThat(bundle().getVersion()).isEqualTo(new Version(1, 0, 0));
        assertThat(bundle().getState()).isEqualTo(Bundle.ACTIVE);
        assertRefused("no-version-before", () -> depot.rollback(NAME, WHO));
    }

    @Test
    void a_version_before_that_does_not_fit_any_more_stays_away() throws Exception {
        depot.install(jar("1.0.0", null), WHO);
        depot.install(jar("2.0.0", null), WHO);
        admission.refuse("Answers of version 2 are stored.");

        assertRefused("not-admitted", () -> depot.rollback(NAME, WHO));

        assertThat(bundle().getVersion()).isEqualTo(new Version(2, 0, 0));
        assertThat(bundle().getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void a_version_that_goes_into_quarantine_makes_room_for_the_one_before() throws Exception {
        depot.install(jar("1.0.0", null), WHO);
        depot.install(jar("2.0.0", null), WHO);

        warden.hold(bundle(), "It failed.");

        SmallFramework.await(() ->
                bundle().getState() == Bundle.ACTIVE && bundle().getVersion().getMajor() == 1);
        assertThat(quarantine.reason(NAME, new Version(2, 0, 0))).contains("It failed.");
        SmallFramework.await(() -> audit.latest(99).size() >= 4);
        assertThat(audit.latest(2))
                .extracting(AuditEntry::who, AuditEntry::act, entry -> entry.version()
                        .orElseThrow())
                .containsExactly(
                        tuple(AuditEntry.ITSELF, Act.QUARANTINE, "2.0.0"),
                        tuple(AuditEntry.ITSELF, Act.ROLLBACK, "1.0.0"));
    }

    @Test
    void a_version_in_quarantine_neither_comes_nor_comes_back() throws Exception {
        depot.install(jar("1.0.0", null), WHO);
        depot.install(jar("2.0.0", null), WHO);
        quarantine.hold(NAME, new Version(1, 0, 0), "It failed.");

        assertRefused("in-quarantine", () -> depot.rollback(NAME, WHO));
        assertRefused("in-quarantine", () -> depot.install(jar("1.0.0", null), WHO));
        assertThat(bundle().getVersion()).isEqualTo(new Version(2, 0, 0));
        assertThat(bundle().getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void what_is_removed_is_gone() throws Exception {
        depot.install(jar("1.0.0", null), WHO);
        depot.uninstall(NAME, WHO);

        assertThat(guard.getBundles()).noneMatch(bundle -> NAME.equals(bundle.getSymbolicName()));
        assertRefused("no-such-add-on", () -> depot.uninstall(NAME, WHO));
        assertRefused("no-such-add-on", () -> depot.rollback(NAME, WHO));
    }

    @Test
    void an_update_is_for_what_is_there() throws Exception {
        assertRefused("no-such-add-on", () -> depot.update(jar("1.0.0", null), WHO));
        depot.install(jar("1.0.0", null), WHO);
        assertThat(depot.update(jar("2.0.0", null), WHO).version()).isEqualTo("2.0.0");
    }

    @Test
    void whatever_is_done_or_refused_is_written_down() throws Exception {
        assertRefused("no-such-add-on", () -> depot.update(jar("1.0.0", null), WHO));
        depot.install(jar("1.0.0", null), WHO);
        addOns.quarantine(NAME, " It looks wrong. ", WHO);
        SmallFramework.await(() -> bundle().getState() == Bundle.RESOLVED);
        addOns.release(NAME, WHO);
        assertRefused("not-in-quarantine", () -> addOns.release(NAME, WHO));
        assertRefused("reason-missing", () -> addOns.quarantine(NAME, " ", WHO));
        assertRefused("does-not-start", () -> depot.install(jar("1.1.0", Failing.class), WHO));
        depot.install(jar("2.0.0", null), WHO);
        depot.rollback(NAME, WHO);
        depot.uninstall(NAME, WHO);

        assertThat(audit.latest(99))
                .extracting(entry -> entry.act() + " " + entry.version().orElse("?") + " " + entry.done())
                .containsExactly(
                        "UPDATE 1.0.0 false",
                        "INSTALL 1.0.0 true",
                        "QUARANTINE 1.0.0 true",
                        "RELEASE 1.0.0 true",
                        "RELEASE 1.0.0 false",
                        "QUARANTINE 1.0.0 false",
                        "UPDATE 1.1.0 false",
                        "UPDATE 2.0.0 true",
                        "ROLLBACK 1.0.0 true",
                        "UNINSTALL 1.0.0 true");
        assertThat(audit.latest(99)).allSatisfy(entry -> {
            assertThat(entry.who()).isEqualTo(WHO);
            assertThat(entry.addOn()).isEqualTo(NAME);
            assertThat(entry.sha256()).isPresent();
        });
        assertThat(audit.latest(8).get(0).reason()).contains("It looks wrong.");
        assertThat(audit.latest(6).get(0).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("not in quarantine"));
    }

    private Path jar(String version, @Nullable Class<?> activator) throws IOException {
        return Files.write(folder.resolve(version + ".jar"), SmallFramework.jar(NAME, version, SPI, activator));
    }

    private Bundle bundle() {
        return House.addOns(guard)
                .filter(bundle -> NAME.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }
}
