package org.curbside.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOn.State;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.audit.AuditTrail;
import org.curbside.guard.internal.calls.Extensions;
import org.curbside.spi.screening.Screening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

class InstalledAddOnsTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\"";
    private static final String ID = "curbside.screening.id";
    private static final Screening SCREENING = text -> List.of();

    private final SmallFramework framework;
    private final AuditTrail audit;
    private final Warden warden;
    private final Extensions extensions;
    private final InstalledAddOns addOns;

    InstalledAddOnsTest(@TempDir Path folder) throws Exception {
        framework = new SmallFramework(folder);
        BundleContext guard = framework.start("curbside-guard", SPI).getBundleContext();
        Quarantine quarantine = new Quarantine(guard);
        audit = new AuditTrail(folder.resolve("audit.jsonl"), Clock.systemUTC());
        warden = new Warden(guard, quarantine, audit);
        extensions = new Extensions(guard, warden);
        addOns = new InstalledAddOns(guard, extensions, warden, SmallFramework.clearance(quarantine), audit);
    }

    @AfterEach
    void close() throws Exception {
        extensions.close();
        warden.close();
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
                .registerService(
                        new String[] {Screening.class.getName(), "java.lang.Object"},
                        SCREENING,
                        FrameworkUtil.asDictionary(Map.of("curbside.screening.id", "house")));

        AddOn addOn = only();

        assertThat(addOn.state()).isEqualTo(State.WORKING);
        assertThat(addOn.name()).isEqualTo("partner.likert");
        assertThat(addOn.version()).isEqualTo("1.0.0");
        assertThat(addOn.offers()).containsExactly("screening.Screening \"house\"");
        assertThat(addOn.problem()).isEmpty();
    }

    @Test
    void one_that_fails_again_and_again_says_where() throws Exception {
        Screening failing = text -> {
            throw new IllegalStateException("in its own words");
        };
        framework
                .start("partner.screening", SPI)
                .getBundleContext()
                .registerService(Screening.class, failing, FrameworkUtil.asDictionary(Map.of(ID, "x")));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> guarded().screen("text")).isInstanceOf(Refusal.class);
        }

        AddOn addOn = only();

        assertThat(addOn.state()).isEqualTo(State.FAILING);
        assertThat(addOn.calls().failed()).isGreaterThanOrEqualTo(5);
        assertThat(addOn.problem())
                .contains("It fails in \"screen\" (IllegalStateException); data/log/karaf.log says where.");
    }

    @Test
    void an_operator_puts_one_into_quarantine_and_lets_it_out() throws Exception {
        Bundle bundle = framework.start("partner.likert", SPI);

        addOns.quarantine("partner.likert", " It looks wrong. ", "Porter");
        assertThat(only().state()).isEqualTo(State.QUARANTINED);
        assertThat(only().problem()).contains("It looks wrong.");
        SmallFramework.await(() -> bundle.getState() == Bundle.RESOLVED);
        addOns.release("partner.likert", "Porter");

        assertThat(only().state()).isEqualTo(State.IDLE);
    }

    @Test
    void quarantine_wants_a_reason_and_an_add_on() throws Exception {
        framework.start("partner.likert", SPI);

        assertRefused("reason-missing", () -> addOns.quarantine("partner.likert", " ", "Porter"));
        assertRefused("no-such-add-on", () -> addOns.quarantine("curbside-guard", "Why not?", "Porter"));
        assertRefused("not-in-quarantine", () -> addOns.release("partner.likert", "Porter"));
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

    private Screening guarded() throws InvalidSyntaxException {
        BundleContext context = framework.context();
        return context.getServiceReferences(Screening.class, "(curbside.guarded=true)").stream()
                .map(context::getService)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.name())
                .isEqualTo(name));
    }

    private AddOn only() {
        assertThat(addOns.installed()).hasSize(1);
        return addOns.installed().get(0);
    }
}
