package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final Meters meters = new Meters();

    @Test
    void the_process_is_measured() {
        assertThat(meters.scrape()).contains("jvm_memory_used_bytes", "process_uptime_seconds", "process_cpu_usage");
    }

    @Test
    void requests_are_told_apart_by_surface_and_outcome_and_never_by_path() {
        meters.answered("/api/credentials/4711", "GET", 404, Duration.ofMillis(20));
        meters.answered("/questions/12", "POST", 303, Duration.ofMillis(20));
        meters.answered("/static/curbside.css", "GET", 200, Duration.ofMillis(1));

        assertThat(ofRequests())
                .contains("http_server_requests_seconds_count{method=\"GET\",status=\"4xx\",surface=\"api\"} 1")
                .contains("http_server_requests_seconds_count{method=\"POST\",status=\"3xx\",surface=\"pages\"} 1")
                .contains("http_server_requests_seconds_count{method=\"GET\",status=\"2xx\",surface=\"assets\"} 1")
                .doesNotContain("4711", "credentials", "questions");
    }

    /** Without those of the process, whose bytes can be any number. */
    private String ofRequests() {
        return meters.scrape().lines().filter(line -> line.startsWith("http_")).collect(Collectors.joining("\n"));
    }

    @Test
    void what_a_slice_measures_comes_and_goes_with_it() {
        MeterBinder slice =
                registry -> Gauge.builder("curbside.outbox.waiting", () -> 3).register(registry);

        meters.addBinder(slice);
        assertThat(meters.scrape()).contains("curbside_outbox_waiting 3.0");

        meters.removeBinder(slice);
        assertThat(meters.scrape()).doesNotContain("curbside_outbox_waiting").contains("jvm_memory_used_bytes");
    }
}
