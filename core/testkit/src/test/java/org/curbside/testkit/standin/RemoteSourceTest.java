package org.curbside.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.remote.Answer;
import org.curbside.spi.verification.remote.Inquiry;
import org.curbside.spi.verification.remote.RemoteSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a source is asked; the ways in which it fails are tried by the contract of those that ask one. */
class RemoteSourceTest {

    private final Echo echo = new Echo();
    private final RemoteSource source = RemoteSource.at(echo.url() + "/api");

    @AfterEach
    void close() {
        source.close();
        echo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "registry.example",
                "http://registry.example",
                "http://127.0.0.1.example/",
                "ftp://registry.example",
                "file:///etc/hosts",
                "https://",
                "https://user:word@registry.example",
                "https://registry.example?x",
                "https://registry.example#x"
            })
    void only_https_or_this_machine_is_asked(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> RemoteSource.at(url));
    }

    @Test
    void what_is_asked_arrives_as_it_was_typed() throws RegistryUnavailable {
        Inquiry inquiry = source.inquire();
        Answer got = inquiry.get("/find", Map.of("name", "O'Brien & Søn=?#"), Map.of("Authorization", "Bearer x"));
        assertThat(got).isEqualTo(new Answer(200, "GET /api/find O'Brien & Søn=?# Bearer x "));
        Answer posted = inquiry.post("", "ü", Map.of("Content-Type", "text/plain"));
        assertThat(posted.body()).isEqualTo("POST /api   ü");
    }

    @Test
    void who_asks_wrongly_is_told() throws RegistryUnavailable {
        echo.status = 404;
        assertThat(ask().isGood()).isFalse();
    }

    @Test
    void one_that_has_too_many_to_serve_is_left_alone() {
        echo.status = 429;
        assertThatThrownBy(this::ask).isInstanceOf(RegistryUnavailable.class).hasMessageContaining("come back later");
        echo.status = 200;
        assertThatThrownBy(this::ask).isInstanceOf(RegistryUnavailable.class).hasMessageContaining("left alone");
        assertThat(echo.asked()).isEqualTo(1);
    }

    @Test
    void it_is_asked_again_when_the_wait_is_over() throws RegistryUnavailable {
        echo.status = 429;
        echo.retryAfter = "1";
        assertThatThrownBy(this::ask).isInstanceOf(RegistryUnavailable.class);
        echo.status = 200;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (echo.asked() == 1 && System.nanoTime() - deadline < 0) {
            try {
                ask();
            } catch (RegistryUnavailable stillWaiting) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        assertThat(ask().isGood()).isTrue();
    }

    @Test
    void one_that_fails_three_times_in_a_row_is_left_alone() throws RegistryUnavailable {
        fail(2);
        assertThat(ask().isGood()).isTrue();
        fail(3);
        assertThatThrownBy(this::ask).isInstanceOf(RegistryUnavailable.class);
        assertThat(echo.asked()).isEqualTo(6);
    }

    @Test
    void nothing_runs_on_when_it_is_closed() throws RegistryUnavailable {
        ask();
        assertThat(threads()).isNotZero();
        source.close();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threads() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(threads()).isZero();
    }

    private void fail(int times) {
        echo.misbehave(Fault.FAILS);
        for (int time = 0; time < times; time++) {
            assertThatThrownBy(this::ask).isInstanceOf(RegistryUnavailable.class);
        }
        echo.misbehave(Fault.NONE);
    }

    private Answer ask() throws RegistryUnavailable {
        return source.inquire().get("/find", Map.of(), Map.of());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> "remote source"
                        .equals(String.valueOf(
                                thread.getThreadGroup() == null
                                        ? ""
                                        : thread.getThreadGroup().getName())))
                .count();
    }

    private static final class Echo extends StandIn {

        private volatile int status = 200;
        private volatile String retryAfter = "60";

        @Override
        protected Reply reply(Asked asked) {
            String said = String.join(
                    " ", asked.method(), asked.path(), asked.value("name"), asked.authorization(), asked.body());
            return new Reply(status, "text/plain", said, status == 429 ? retryAfter : "");
        }
    }
}
