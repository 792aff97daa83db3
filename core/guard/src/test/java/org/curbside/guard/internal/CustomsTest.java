package org.curbside.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.karaf.features.DeploymentEvent;
import org.apache.karaf.features.FeaturesService;
import org.curbside.api.guard.AddOn.State;
import org.curbside.api.guard.AuditEntry;
import org.curbside.api.polling.StoredAnswers;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.calls.Extensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;

@Timeout(30)
class CustomsTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\",org.osgi.framework";
    private static final String NAME = "partner.poll";
    private static final String REASON = "Nobody trusted has signed it.";

    private final Path folder;
    private final SmallFramework framework;
    private final Trusting admission = new Trusting(NAME);
    private BundleContext guard;
    private AuditTrail audit;
    private Warden warden;
    private Extensions extensions;
    private InstalledAddOns addOns;
    private Depot depot;
    private Customs customs;

    CustomsTest(@TempDir Path folder) throws BundleException {
        this.folder = folder;
        framework = new SmallFramework(folder.resolve("framework"));
    }

    @BeforeEach
    void build() throws Exception {
        guard = framework.start("curbside-guard", SPI).getBundleContext();
        Quarantine quarantine = new Quarantine(guard);
        Passports passports = new Passports(guard);
        Clearance clearance = new Clearance(guard, quarantine, passports);
        PackageWall wall = new PackageWall(clearance);
        guard.registerService(ResolverHookFactory.class, wall, null);
        audit = new AuditTrail(folder.resolve("audit.jsonl"), Clock.systemUTC());
        warden = new Warden(guard, quarantine, audit);
        extensions = new Extensions(guard, warden);
        addOns = new InstalledAddOns(guard, extensions, warden, clearance, audit);
        depot = new Depot(guard, admission, addOns, warden, clearance, passports, audit);
        customs = new Customs(guard, admission, passports, clearance, wall, depot, audit, silent());
    }

    @AfterEach
    void close() throws Exception {
        customs.close();
        extensions.close();
        warden.close();
        framework.close();
    }

    @Test
    void what_is_admitted_runs() throws Exception {
        Bundle addOn = install("1.0.0");
        addOn.start();

        assertThat(addOn.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(audit.latest(1)).singleElement().matches(AuditEntry::done);
    }

    @Test
    void what_is_refused_does_not_resolve_and_says_why() throws Exception {
        admission.refuse(REASON);
        Bundle addOn = install("1.0.0");

        assertThatThrownBy(addOn::start).isInstanceOf(BundleException.class);
        assertThat(addOns.installed()).singleElement().satisfies(described -> {
            assertThat(described.state()).isEqualTo(State.REFUSED);
            assertThat(described.problem()).contains(REASON);
        });
        assertThat(audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.done()).isFalse();
            assertThat(entry.reason()).contains(REASON);
        });
    }

    @Test
    void an_update_that_is_refused_gives_way_to_the_version_before() throws Exception {
        depot.install(Files.write(folder.resolve("1.jar"), jar("1.0.0")), "Steward");
        Bundle addOn = bundle();
        admission.refuse(REASON);

        assertThatThrownBy(() -> addOn.update(content("2.0.0"))).isInstanceOf(BundleException.class);
        SmallFramework.await(() -> ("" + addOn.getVersion()).equals("1.0.0") && addOn.getState() == Bundle.ACTIVE);
    }

    @Test
    void what_the_guard_brings_back_is_not_asked_about_again() throws Exception {
        depot.install(Files.write(folder.resolve("1.jar"), jar("1.0.0")), "Steward");
        depot.install(Files.write(folder.resolve("2.jar"), jar("2.0.0")), "Steward");
        admission.refuseAtFirst(REASON);

        assertThat(depot.rollback(NAME, "Steward").version()).isEqualTo("1.0.0");
        assertThat(bundle().getState()).isEqualTo(Bundle.ACTIVE);
        assertThatThrownBy(() -> bundle().update(content("2.0.0"))).isInstanceOf(BundleException.class);
    }

    @Test
    void what_came_by_another_way_is_a_version_to_go_back_to() throws Exception {
        install("1.0.0").start();
        bundle().update(content("2.0.0"));
        depotHas("2.0.0");
        depot.install(Files.write(folder.resolve("3.jar"), jar("3.0.0")), "Steward");

        assertThat(depot.rollback(NAME, "Steward").version()).isEqualTo("2.0.0");
    }

    @Test
    void one_that_was_refused_makes_room_and_is_nothing_to_go_back_to() throws Exception {
        admission.refuse(REASON);
        install("1.0.0");
        admission.refuseNoMore();

        depot.install(Files.write(folder.resolve("2.jar"), jar("2.0.0")), "Steward");
        assertThat(addOns.installed()).singleElement().matches(addOn -> addOn.version()
                .equals("2.0.0"));
        assertThatThrownBy(() -> depot.rollback(NAME, "Steward")).hasMessageContaining("No version before");
    }

    private void depotHas(String version) throws Exception {
        Path kept = guard.getDataFile("depot").toPath().resolve(NAME + ".jar");
        SmallFramework.await(() -> Files.exists(kept) && Arrays.equals(Files.readAllBytes(kept), jar(version)));
    }

    @Test
    void with_a_feature_all_bundles_are_there_before_any_is_examined() throws Exception {
        customs.deploymentEvent(DeploymentEvent.DEPLOYMENT_STARTED);
        Bundle addOn = install("1.0.0");
        assertThatThrownBy(addOn::start).isInstanceOf(BundleException.class);

        customs.deploymentEvent(DeploymentEvent.BUNDLES_INSTALLED);
        assertThat(addOn.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void what_was_refused_has_another_chance_when_the_polls_are_there() throws Exception {
        admission.refuse("What is stored cannot be compared.");
        Bundle addOn = install("1.0.0");
        assertThatThrownBy(addOn::start).isInstanceOf(BundleException.class);

        admission.refuseNoMore();
        guard.registerService(StoredAnswers.class, type -> OptionalInt.empty(), null);
        SmallFramework.await(() -> addOn.getState() == Bundle.ACTIVE);
    }

    @Test
    void nobody_else_bears_a_name_of_the_house() throws Exception {
        Bundle impostor = framework.install("curbside-content", SPI);

        assertThatThrownBy(impostor::start).isInstanceOf(BundleException.class);
        impostor.update(new ByteArrayInputStream(SmallFramework.jar("curbside-content", "2.0.0", SPI, null)));
        assertThatThrownBy(impostor::start).isInstanceOf(BundleException.class);
        assertThat(audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.addOn()).isEqualTo("curbside-content");
            assertThat(entry.done()).isFalse();
            assertThat(entry.reason().orElseThrow()).contains("memory:curbside-content");
        });
        assertThat(addOns.installed()).singleElement().matches(addOn -> addOn.state() == State.REFUSED);
        depot.uninstall("curbside-content", "Steward");
        assertThat(addOns.installed()).isEmpty();
    }

    @Test
    void what_came_with_the_house_starts_and_is_updated() throws Exception {
        Path shipped = folder.resolve("framework/system/org/curbside/curbside-content/1.0.0");
        byte[] jar = SmallFramework.jar("curbside-content", "1.0.0", SPI, null);
        Files.write(Files.createDirectories(shipped).resolve("curbside-content-1.0.0.jar"), jar);

        Bundle part = framework
                .context()
                .installBundle("mvn:org.curbside/curbside-content/1.0.0", new ByteArrayInputStream(jar));
        part.start();
        part.update(new ByteArrayInputStream(SmallFramework.jar("curbside-content", "2.0.0", SPI, null)));

        assertThat(part.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(audit.latest(1)).isEmpty();
    }

    private Bundle install(String version) throws Exception {
        return framework.context().installBundle("memory:" + NAME, content(version));
    }

    private Bundle bundle() {
        return House.addOns(guard).findFirst().orElseThrow();
    }

    private static InputStream content(String version) throws Exception {
        return new ByteArrayInputStream(jar(version));
    }

    private static byte[] jar(String version) throws Exception {
        return SmallFramework.jar(NAME, version, SPI, null);
    }

    /** Nobody installs features here but the test. */
    private static FeaturesService silent() {
        return (FeaturesService) Proxy.newProxyInstance(
                CustomsTest.class.getClassLoader(),
                new Class<?>[] {FeaturesService.class},
                (service, method, arguments) -> null);
    }
}
