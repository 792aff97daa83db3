package org.curbside.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.curbside.spi.poll.PollType;
import org.curbside.spi.poll.Question;
import org.curbside.testkit.bad.BadBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.bundle.FindHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;

class WallTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\"";
    private static final String DATA_SOURCE = "javax.sql.DataSource";

    private static final Question QUESTION = new Question("Which way?", List.of());

    private final Path folder;
    private final SmallFramework framework;
    private final List<ServiceRegistration<?>> wall = new ArrayList<>();

    WallTest(@TempDir Path folder) throws BundleException {
        this.folder = folder;
        framework = new SmallFramework(folder.resolve("cache"));
    }

    @BeforeEach
    void build() throws Exception {
        ServiceWall services = new ServiceWall();
        BundleWall bundles = new BundleWall();
        var context = framework.context();
        context.registerService(
                ResolverHookFactory.class, new PackageWall(SmallFramework.clearance(new Quarantine(context))), null);
        wall.add(context.registerService(org.osgi.framework.hooks.service.FindHook.class, services, null));
        context.registerService(EventListenerHook.class, services, null);
        wall.add(context.registerService(FindHook.class, bundles, null));
        context.registerService(EventHook.class, bundles, null);
    }

    @AfterEach
    void close() throws Exception {
        framework.close();
    }

    @Test
    void an_add_on_that_imports_the_spi_starts() throws Exception {
        assertThat(framework.start("partner.poll", SPI).getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void an_add_on_that_imports_more_of_the_house_does_not() throws Exception {
        Bundle curious = framework.install("partner.curious", SPI + ",org.curbside.api.identity");

        assertThatThrownBy(curious::start).isInstanceOf(BundleException.class);
    }

    @Test
    void a_bundle_of_the_house_may_import_all_of_it() throws Exception {
        assertThat(framework
                        .start("curbside-identity", SPI + ",org.curbside.api.identity")
                        .getState())
                .isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void an_add_on_finds_no_database_and_others_do() throws Exception {
        offerADatabase();
        Bundle addOn = framework.start("partner.poll", SPI);
        Bundle slice = framework.start("curbside-content", SPI);
        Bundle pool = framework.start("some.pool", "");

        assertThat(addOn.getBundleContext().getServiceReference(DATA_SOURCE)).isNull();
        assertThat(addOn.getBundleContext().getAllServiceReferences(null, null))
                .noneMatch(service ->
                        Stream.of((String[]) service.getProperty("objectClass")).anyMatch(DATA_SOURCE::equals));
        assertThat(slice.getBundleContext().getServiceReference(DATA_SOURCE)).isNotNull();
        assertThat(pool.getBundleContext().getServiceReference(DATA_SOURCE)).isNotNull();
    }

    @Test
    void an_add_on_hears_of_no_database_that_comes() throws Exception {
        List<ServiceEvent> heard = new ArrayList<>();
        List<ServiceEvent> heardByASlice = new ArrayList<>();
        ServiceListener listener = heard::add;
        ServiceListener ofASlice = heardByASlice::add;
        framework.start("partner.poll", SPI).getBundleContext().addServiceListener(listener);
        framework.start("curbside-content", SPI).getBundleContext().addServiceListener(ofASlice);

        offerADatabase();

        assertThat(heard).isEmpty();
        assertThat(heardByASlice).isNotEmpty();
    }

    @Test
    void an_add_on_sees_neither_the_house_nor_other_add_ons() throws Exception {
        Bundle desk = framework.start("curbside-identity", SPI);
        Bundle other = framework.start("partner.other", SPI);
        Bundle addOn = framework.start("partner.poll", SPI);

        assertThat(addOn.getBundleContext().getBundles()).contains(addOn).doesNotContain(desk, other);
        assertThat(addOn.getBundleContext().getBundle(desk.getBundleId())).isNull();
        assertThat(desk.getBundleContext().getBundles()).contains(addOn, other);
    }

    @Test
    void an_add_on_finds_no_database_through_others_contexts_either() throws Exception {
        offerADatabase();
        framework.start("some.pool", "");
        Bundle looking = framework.start(BadBundle.LOOKS_FOR_IDENTITY, folder);
        PollType type = SmallFramework.component(looking, "LooksForIdentity");

        assertThat(type.ballot(QUESTION).get(0).label()).isEqualTo("It found nothing.");
        wall.forEach(ServiceRegistration::unregister);
        assertThat(type.ballot(QUESTION).get(0).label())
                .startsWith("It found " + DATA_SOURCE + " through ")
                .contains("through some.pool");
    }

    private void offerADatabase() {
        Bundle system = Objects.requireNonNull(framework.context().getBundle(0));
        system.getBundleContext().registerService(DATA_SOURCE, stand(), null);
    }

    /** Only its name matters: nobody connects. */
    private static DataSource stand() {
        return new org.h2.jdbcx.JdbcDataSource();
    }
}
