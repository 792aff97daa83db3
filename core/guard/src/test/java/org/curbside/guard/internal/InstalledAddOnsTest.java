package org.curbside.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOn.State;
import org.curbside.spi.screening.Screening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class InstalledAddOnsTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\"";
    private static final Screening SCREENING = text -> List.of();

    private final SmallFramework framework;
    private final InstalledAddOns addOns;

    InstalledAddOnsTest(@TempDir Path folder) throws BundleException {
        framework = new SmallFramework(folder);
        addOns = new InstalledAddOns(framework.context());
    }

    @AfterEach
    void close() throws Exception {
        framework.close();
    }

    @Test
    void neither_the_house_nor_a_library_is_an_add_on() throws Exception {
        framework.start("curbside-content", SPI);
        framework.start("some.library", "");

        assertThat(addOns.installed()).isEmpty();
    }

    @Test
    void an_add_on_that_offers_an_extension_works() throws Exception {
        Bundle likert = framework.start("partner.likert", SPI);
        likert.getBundleContext()
                .registerService(new String[] {Screening.class.getName(), "java.lang.Object"}, SCREENING, null);

        AddOn addOn = only();

        assertThat(addOn.state()).isEqualTo(State.WORKING);
        assertThat(addOn.name()).isEqualTo("partner.likert");
        assertThat(addOn.version()).isEqualTo("1.0.0");
        assertThat(addOn.offers()).containsExactly("screening.Screening");
        assertThat(addOn.problem()).isEmpty();
    }

    @Test
    void one_that_offers_nothing_is_idle() throws Exception {
        framework.start("partner.likert", SPI);

        assertThat(only().state()).isEqualTo(State.IDLE);
        assertThat(only().problem()).hasValueSatisfying(why -> assertThat(why).contains("offers nothing"));
    }

    @Test
    void one_that_was_stopped_says_how_to_start_it() throws Exception {
        framework.start("partner.likert", SPI).stop();

        assertThat(only().state()).isEqualTo(State.STOPPED);
        assertThat(only().problem()).hasValueSatisfying(why -> assertThat(why).contains("bundle:start"));
    }

    @Test
    void one_built_against_another_spi_says_which_it_needs() throws Exception {
        framework.install("partner.likert", "org.curbside.spi.poll;version=\"[2.0,3)\"");

        assertThat(only().state()).isEqualTo(State.UNRESOLVED);
        assertThat(only().problem())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("org.curbside.spi.poll").contains("2.0.0"));
    }

    @Test
    void one_that_wants_more_than_the_spi_is_told_so() throws Exception {
        framework.install("partner.curious", SPI + ",org.curbside.api.identity");

        assertThat(only().problem())
                .contains("It imports org.curbside.api.identity; add-ons may use org.curbside.spi only.");
    }

    @Test
    void what_it_can_do_without_is_not_held_against_it() throws Exception {
        framework.install("partner.likert", SPI + ",org.nowhere;resolution:=optional");

        assertThat(only().problem()).hasValueSatisfying(why -> assertThat(why).contains("not started"));
    }

    @Test
    void they_are_counted_by_state() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new AddOnGauges(addOns).bindTo(registry);
        framework.start("partner.likert", SPI);

        assertThat(registry.get("curbside.addons").tag("state", "idle").gauge().value())
                .isEqualTo(1);
        assertThat(registry.get("curbside.addons")
                        .tag("state", "working")
                        .gauge()
                        .value())
                .isZero();
    }

    private AddOn only() {
        assertThat(addOns.installed()).hasSize(1);
        return addOns.installed().get(0);
    }
}
