package org.curbside.guard.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.curbside.guard.internal.ServiceWall;
import org.curbside.guard.internal.SmallFramework;
import org.curbside.spi.export.ExportFormat;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Concern.Severity;
import org.curbside.spi.screening.Screening;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Column;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.testkit.SampleRelease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;

class ExtensionsTest {

    private static final String SPI = "org.curbside.spi.poll;version=\"[1.0,2)\"";
    private static final String ID = "curbside.screening.id";
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration ACTIVATION = Duration.ofSeconds(4);
    private static final RegistryEntry ENTRY =
            new RegistryEntry("1", "Ann", "Lee", "M.D.", "Active", List.of(), List.of(), Optional.empty());
    private static final Specialty SURGERY =
            new Specialty("208600000X", "Surgery", Set.of("208600000X"), List.of(), List.of(), List.of());
    private static final Executor ELSEWHERE = work -> new Thread(work, "test").start();

    private final List<String> held = Collections.synchronizedList(new ArrayList<>());
    private final SmallFramework framework;
    private Extensions extensions;
    private BundleContext addOn;
    private BundleContext slice;

    ExtensionsTest(@TempDir Path folder) throws BundleException {
        framework = new SmallFramework(folder);
    }

    @BeforeEach
    void build() throws Exception {
        ServiceWall wall = new ServiceWall();
        framework.context().registerService(FindHook.class, wall, null);
        framework.context().registerService(EventListenerHook.class, wall, null);
        extensions = new Extensions(
                framework.start("curbside-guard", SPI).getBundleContext(),
                point -> DEADLINE,
                ACTIVATION,
                (bundle, why) -> held.add(why));
        slice = framework.start("curbside-content", SPI).getBundleContext();
        addOn = framework.start("partner.screening", SPI).getBundleContext();
    }

    @AfterEach
    void close() throws Exception {
        extensions.close();
        framework.close();
    }

    @Test
    void a_slice_finds_what_stands_before_an_add_on_and_an_add_on_does_not() throws Exception {
        Screening screening = text -> List.of(concern(text));
        register(screening);

        Screening found = screening();

        assertThat(found).isNotSameAs(screening);
        assertThat(found.screen("abc")).containsExactly(concern("abc"));
        assertThat(services(slice)).hasSize(1);
        assertThat(services(addOn)).hasSize(1).allMatch(one -> one == screening);
    }

    @Test
    void calls_in_flight_end_on_the_old_instance_and_later_ones_wait_for_the_new() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ServiceRegistration<Screening> old = register(text -> {
            inside.countDown();
            await(goOn);
            return List.of();
        });
        Screening held = screening();
        CompletableFuture<List<Concern>> slow = CompletableFuture.supplyAsync(() -> held.screen("slow"), ELSEWHERE);
        inside.await();
        CompletableFuture<Void> going = CompletableFuture.runAsync(old::unregister, ELSEWHERE);
        CompletableFuture<List<Concern>> next = CompletableFuture.supplyAsync(() -> held.screen("next"), ELSEWHERE);
        goOn.countDown();

        assertThat(slow.get()).isEmpty();
        going.get();
        register(text -> List.of(concern(text)));
        assertThat(next.get().isEmpty() || next.get().equals(List.of(concern("next"))))
                .isTrue();
        assertThat(held.screen("after")).containsExactly(concern("after"));
    }

    @Test
    void an_add_on_does_not_go_under_a_call() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Bundle bundle = addOn.getBundle();
        register(text -> {
            inside.countDown();
            await(goOn);
            assertThat(bundle.getState()).isEqualTo(Bundle.STOPPING);
            return List.of(concern(text));
        });
        Screening held = screening();
        CompletableFuture<List<Concern>> slow = CompletableFuture.supplyAsync(() -> held.screen("slow"), ELSEWHERE);
        inside.await();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> stop(bundle), ELSEWHERE);
        while (bundle.getState() == Bundle.ACTIVE) {
            Thread.onSpinWait();
        }
        goOn.countDown();

        assertThat(slow.get()).containsExactly(concern("slow"));
        stopping.get();
        assertThat(bundle.getState()).isEqualTo(Bundle.RESOLVED);
    }

    @Test
    void an_update_goes_unnoticed_by_slices() throws Exception {
        ServiceRegistration<Screening> old = register(text -> List.of());
        List<ServiceEvent> heard = Collections.synchronizedList(new ArrayList<>());
        slice.addServiceListener(heard::add);

        old.unregister();
        register(text -> List.of(concern(text)));

        assertThat(heard).isEmpty();
        assertThat(screening().screen("new")).containsExactly(concern("new"));
    }

    @Test
    void an_update_of_a_catalogue_is_another_one_to_slices_for_they_read_it_once() throws Exception {
        String id = "curbside.specialty.id";
        SpecialtyCatalogue before = List::of;
        SpecialtyCatalogue after = () -> List.of(SURGERY);
        ServiceRegistration<SpecialtyCatalogue> old = addOn.registerService(
                SpecialtyCatalogue.class, before, FrameworkUtil.asDictionary(Map.of(id, "hands")));
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        slice.addServiceListener(event -> heard.add(event.getType()));

        old.unregister();
        addOn.registerService(SpecialtyCatalogue.class, after, FrameworkUtil.asDictionary(Map.of(id, "hands")));

        assertThat(heard).containsExactly(ServiceEvent.UNREGISTERING, ServiceEvent.REGISTERED);
        ServiceReference<SpecialtyCatalogue> found = slice.getServiceReference(SpecialtyCatalogue.class);
        assertThat(slice.getService(found).specialties()).containsExactly(SURGERY);
    }

    @Test
    void what_has_gone_for_good_is_refused_and_then_not_there() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        ServiceRegistration<Screening> registration = register(text -> List.of());
        Screening held = screening();
        slice.addServiceListener(event -> gone.countDown());

        registration.unregister();

        assertRefused("add-on-away", held);
        gone.await();
        assertThat(services(slice)).isEmpty();
    }

    @Test
    void what_hangs_is_refused_at_its_deadline_and_interrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        register(text -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return List.of();
        });

        assertRefused("add-on-failed", screening());
        interrupted.await();
    }

    @Test
    void what_fails_again_and_again_is_not_asked_for_a_while() {
        AtomicInteger asked = new AtomicInteger();
        register(text -> {
            asked.incrementAndGet();
            throw new IllegalStateException("what " + text);
        });
        Screening failing = screening();

        for (int i = 0; i < Implementation.OF; i++) {
            assertThatThrownBy(() -> failing.screen("x")).isInstanceOf(Refusal.class);
        }

        assertThat(asked).hasValueLessThanOrEqualTo(Implementation.OF);
        assertRefused("add-on-resting", failing);
    }

    @Test
    void whoever_finds_all_threads_taken_is_turned_away_and_the_add_on_is_not_to_blame() throws Exception {
        CountDownLatch inside = new CountDownLatch(Worker.THREADS);
        CountDownLatch goOn = new CountDownLatch(1);
        register(text -> {
            inside.countDown();
            await(goOn);
            return List.of();
        });
        Screening held = screening();
        List<CompletableFuture<List<Concern>>> callers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> held.screen("slow"), ELSEWHERE))
                .limit(Worker.THREADS)
                .toList();
        inside.await();

        assertRefused("add-on-busy", held);
        goOn.countDown();
        for (CompletableFuture<List<Concern>> caller : callers) {
            assertThat(caller.get()).isEmpty();
        }
        assertThat(extensions.calls(addOn.getBundle()).failed()).isZero();
    }

    @Test
    void a_caller_that_is_interrupted_stays_so_and_the_add_on_is_not_to_blame() {
        register(text -> {
            await(new CountDownLatch(1));
            return List.of();
        });
        Screening held = screening();

        Thread.currentThread().interrupt();

        assertRefused("add-on-busy", held);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(extensions.calls(addOn.getBundle()).failed()).isZero();
    }

    @Test
    void errors_are_failures_as_well() {
        for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError(), new NoClassDefFoundError())) {
            ServiceRegistration<Screening> registration = register(text -> {
                throw error;
            });
            assertRefused("add-on-failed", screening());
            registration.unregister();
        }
    }

    @Test
    void nothing_and_lists_without_end_are_failures() {
        List<List<Concern>> wrong = new ArrayList<>();
        wrong.add(null);
        wrong.add(endless());
        wrong.add(Collections.singletonList(null));
        for (List<Concern> given : wrong) {
            ServiceRegistration<Screening> registration = register(text -> given);
            assertRefused("add-on-failed", screening());
            registration.unregister();
        }
    }

    @Test
    void a_refusal_that_the_point_declares_is_an_answer() {
        addOn.registerService(LicenseRegistry.class, new Silent(), named("curbside.registry.id", "silent"));
        LicenseRegistry held = found(LicenseRegistry.class);
        for (int i = 0; i < 2 * Implementation.OF; i++) {
            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> held.find(new Claim("Ann", "Lee", "1", "", "")));
        }
    }

    @Test
    void of_two_with_the_same_id_the_later_answers_until_it_goes() {
        register(text -> List.of());
        ServiceRegistration<Screening> later = register(text -> List.of(concern(text)));
        Screening held = screening();

        assertThat(held.screen("abc")).hasSize(1);
        later.unregister();
        assertThat(held.screen("abc")).isEmpty();
    }

    @Test
    void nobody_writes_into_a_stream_after_the_call() throws Exception {
        AtomicReference<OutputStream> kept = new AtomicReference<>();
        ExportFormat format = (release, out) -> {
            kept.set(out);
            out.write(new byte[] {1, 2});
        };
        addOn.registerService(ExportFormat.class, format, named("curbside.export.id", "plain"));
        ExportFormat held = found(ExportFormat.class);
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        held.write(SampleRelease.small(), file);

        assertThat(file.toByteArray()).containsExactly(1, 2);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Objects.requireNonNull(kept.get()).write(3));
        assertThat(file.size()).isEqualTo(2);
    }

    @Test
    void a_file_without_end_is_cut_off() {
        ExportFormat endless = (release, out) -> {
            while (true) {
                out.write(new byte[1 << 16]);
            }
        };
        ExportFormat stubborn = (release, out) ->
                assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> endless.write(release, out));
        for (ExportFormat format : List.of(endless, stubborn)) {
            var registration =
                    addOn.registerService(ExportFormat.class, format, named("curbside.export.id", "endless"));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ExportFormat held = found(ExportFormat.class);

            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> held.write(SampleRelease.small(), file));
            assertThat(file.size()).isLessThanOrEqualTo(Arguments.LARGEST_FILE);
            registration.unregister();
        }
    }

    @Test
    void an_activation_without_end_is_told_at_first_and_held_then() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        addOn.registerService(Screening.class.getName(), activatedBy(() -> await(end)), named(ID, "phi"));

        assertThat(extensions.failing(addOn.getBundle())).contains("Its activation has not come to an end yet.");
        while (held.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(held).containsExactly("It was not activated after 4 seconds.");
        end.countDown();
    }

    @Test
    void an_activation_that_throws_is_told() {
        addOn.registerService(
                Screening.class.getName(),
                activatedBy(() -> {
                    throw new IllegalStateException();
                }),
                named(ID, "phi"));

        assertThat(extensions.failing(addOn.getBundle()))
                .contains("It could not be activated; data/log/karaf.log says why.");
        assertThat(held).isEmpty();
    }

    private static ServiceFactory<Screening> activatedBy(Runnable activation) {
        return new ServiceFactory<>() {
            @Override
            public Screening getService(Bundle bundle, ServiceRegistration<Screening> registration) {
                activation.run();
                return text -> List.of();
            }

            @Override
            public void ungetService(Bundle bundle, ServiceRegistration<Screening> registration, Screening service) {}
        };
    }

    private ServiceRegistration<Screening> register(Screening screening) {
        return addOn.registerService(Screening.class, screening, named(ID, "phi"));
    }

    @Test
    void what_is_called_in_place_is_interrupted_when_it_takes_too_long() {
        BulkRegistry hanging = new PlainFile() {
            @Override
            public Judgement judge(RegistryEntry entry) {
                await(new CountDownLatch(1));
                throw new IllegalStateException();
            }
        };
        addOn.registerService(BulkRegistry.class, hanging, named("curbside.registry.id", "plain"));
        BulkRegistry held = found(BulkRegistry.class);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> held.judge(ENTRY));
        assertThat(Thread.interrupted()).isFalse();
        assertThat(held.delimiter()).isEqualTo(',');
    }

    private Screening screening() {
        return found(Screening.class);
    }

    private <T> T found(Class<T> type) {
        return Objects.requireNonNull(slice.getService(Objects.requireNonNull(slice.getServiceReference(type))));
    }

    private static List<Object> services(BundleContext context) throws InvalidSyntaxException {
        ServiceReference<?>[] found = context.getAllServiceReferences(Screening.class.getName(), null);
        return found == null
                ? List.of()
                : Stream.of(found).<Object>map(context::getService).toList();
    }

    private static Dictionary<String, Object> named(String key, String id) {
        return FrameworkUtil.asDictionary(Map.of(key, id));
    }

    private static Concern concern(String text) {
        return new Concern(0, text.length(), "name", Severity.CONFIRM, "A name.");
    }

    private static void assertRefused(String name, Screening screening) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> screening.screen("abc"))
                .satisfies(refusal -> assertThat(refusal.name()).isEqualTo(name))
                .satisfies(refusal -> assertThat(refusal.retryAfterSeconds()).isPositive());
    }

    private static List<Concern> endless() {
        return new AbstractList<>() {
            @Override
            public Concern get(int index) {
                return concern("abc");
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Silent implements LicenseRegistry {

        @Override
        public boolean covers(Claim claim) {
            return true;
        }

        @Override
        public Finding find(Claim claim) throws RegistryUnavailable {
            throw new RegistryUnavailable("It does not answer.");
        }
    }

    private abstract static class PlainFile implements BulkRegistry {

        @Override
        public String title() {
            return "Plain";
        }

        @Override
        public Charset charset() {
            return StandardCharsets.UTF_8;
        }

        @Override
        public char delimiter() {
            return ',';
        }

        @Override
        public List<Column> columns() {
            return List.of();
        }

        @Override
        public RegistryEntry read(Row row) throws RejectedRow {
            throw new RejectedRow("Plain.");
        }
    }
}
