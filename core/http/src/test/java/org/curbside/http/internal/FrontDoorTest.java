package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorTest {

    private static final String BROWSER = "text/html,application/xhtml+xml";
    private static final FilterChain BROKEN = (request, response) -> {
        throw new IllegalStateException("the pseudonym of Dr. Sample");
    };

    private final Meters meters = new Meters();
    private boolean ready = true;
    private Halves halves = new Halves("", "");

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8181, localhost:8181, false",
        "https://curbside.example, curbside.example, false",
        ", localhost:8181, false",
        "http://evil.example, localhost:8181, true",
        "http://localhost:9999, localhost:8181, true",
        "null, localhost:8181, true",
        "::not a uri::, localhost:8181, true"
    })
    void a_page_of_another_site_is_told_from_ours_and_from_a_program(String origin, String host, boolean elsewhere) {
        assertThat(FrontDoor.isFromElsewhere(origin, host)).isEqualTo(elsewhere);
    }

    @Test
    void a_failure_is_a_quiet_page_with_an_incident_number_and_counts_as_one() throws Exception {
        Visit visit = visit("/questions/1", Map.of("Accept", BROWSER), BROKEN);

        assertThat(visit.status()).isEqualTo(500);
        assertThat(visit.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
        assertThat(visit.body())
                .contains("Something went wrong here")
                .containsPattern("incident number 0000fa11\\.")
                .doesNotContain("Sample", "Exception");
        assertThat(meters.scrape())
                .contains("http_server_requests_seconds_count{method=\"GET\",status=\"5xx\",surface=\"pages\"} 1");
    }

    @Test
    void a_program_gets_the_same_as_problem_details() throws Exception {
        Visit visit = visit("/api/questions", Map.of("Accept", BROWSER), BROKEN);

        assertThat(visit.status()).isEqualTo(500);
        assertThat(visit.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(visit.body())
                .contains("\"urn:curbside:problem:failed\"")
                .containsPattern("\"incident\":\"0000fa11\"")
                .doesNotContain("Sample");
    }

    @Test
    void a_status_without_words_is_put_into_ours() throws Exception {
        Visit visit =
                visit("/static/nothing.css", Map.of("Accept", BROWSER), (request, response) -> ((HttpServletResponse)
                                response)
                        .sendError(404, "org.eclipse.jetty"));

        assertThat(visit.status()).isEqualTo(404);
        assertThat(visit.body()).contains("There is no such page").doesNotContain("jetty");
    }

    @Test
    void a_form_that_cannot_be_taken_apart_is_refused_before_any_page_sees_it() throws Exception {
        Visit visit = new Visit("/ask", Map.of("method", "POST", "Accept", BROWSER)).withABrokenForm();

        door(false).doFilter(visit.request(), visit.answer(), BROKEN);

        assertThat(visit.status()).isEqualTo(400);
        assertThat(visit.body()).contains("Go back and send the form again.");
    }

    @Test
    void a_form_that_is_too_large_says_where_the_text_still_is() throws Exception {
        Map<String, String> large = Map.of("method", "POST", "Accept", BROWSER, "Content-Length", "1048577");

        Visit visit = visit("/ask", large, BROKEN);

        assertThat(visit.status()).isEqualTo(413);
        assertThat(visit.body()).contains("That is too much at once", "your browser still has what you wrote");
    }

    @Test
    void a_jar_may_be_larger_where_jars_are_sent_and_is_not_read_at_the_door() throws Exception {
        Map<String, String> jar = Map.of("method", "POST", "Accept", BROWSER, "Content-Length", "33554432");
        Visit taken = new Visit("/office/add-ons/check", jar).withABrokenForm();
        door(false).doFilter(taken.request(), taken.answer(), (request, response) -> {});
        assertThat(taken.status()).isEqualTo(200);

        Map<String, String> larger = Map.of("method", "POST", "Accept", BROWSER, "Content-Length", "33554433");
        assertThat(visit("/office/add-ons/check", larger, BROKEN).status()).isEqualTo(413);
        assertThat(visit("/office/add-ons/checks", jar, BROKEN).status()).isEqualTo(413);
    }

    @Test
    void a_question_may_bring_three_pictures_and_its_fields_are_looked_at() throws Exception {
        Map<String, String> asked = asked("16777216");
        Visit broken = new Visit("/ask", asked).withABrokenForm();
        door(false).doFilter(broken.request(), broken.answer(), BROKEN);
        assertThat(broken.status()).isEqualTo(400);
        Visit refused = visit("/ask", asked("16777217"), BROKEN);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("Send at most 16 MB. Choose a smaller picture.");
        assertThat(visit("/api/questions", asked, BROKEN).status()).isEqualTo(413);
    }

    private static Map<String, String> asked(String length) {
        return Map.of(
                "method",
                "POST",
                "Accept",
                BROWSER,
                "Content-Type",
                "multipart/form-data; boundary=x",
                "Content-Length",
                length);
    }

    @Test
    void a_photograph_may_be_larger_than_a_form_and_smaller_than_a_jar() throws Exception {
        for (String address : List.of("/verify/document", "/api/licence-desk/document", "/api/questions/1/images")) {
            Map<String, String> photograph = Map.of("method", "POST", "Content-Length", "8388608");
            Visit taken = new Visit(address, photograph).withABrokenForm();
            door(false).doFilter(taken.request(), taken.answer(), (request, response) -> {});
            assertThat(taken.status()).isEqualTo(200);
            Map<String, String> larger = Map.of("method", "POST", "Content-Length", "8388609");
            assertThat(visit(address, larger, BROKEN).status()).isEqualTo(413);
        }
    }

    @Test
    void a_browser_that_comes_too_early_is_told_to_come_again() throws Exception {
        ready = false;

        Visit visit = visit("/", Map.of("Accept", BROWSER), BROKEN);

        assertThat(visit.status()).isEqualTo(503);
        assertThat(visit.headers()).containsEntry("Retry-After", "1");
        assertThat(visit.body()).contains("Curbside is starting.");
    }

    @Test
    void nothing_is_kept_on_the_way_except_the_style_sheet() throws Exception {
        FilterChain nothing = (request, response) -> {};

        assertThat(visit("/questions/1", Map.of(), nothing).headers()).containsEntry("Cache-Control", "no-store");
        assertThat(visit("/api/questions", Map.of(), nothing).headers()).containsEntry("Cache-Control", "no-store");
        assertThat(visit("/static/curbside.css", Map.of(), nothing).headers()).doesNotContainKey("Cache-Control");
    }

    @Test
    void behind_a_proxy_that_speaks_tls_the_whole_way_is_secure() throws Exception {
        Visit secure = new Visit("/", Map.of());
        Visit plain = new Visit("/", Map.of());

        door(true).doFilter(secure.request(), secure.answer(), (request, response) -> assertThat(request.isSecure())
                .isTrue());
        door(false).doFilter(plain.request(), plain.answer(), (request, response) -> assertThat(request.isSecure())
                .isFalse());

        assertThat(secure.headers()).containsKey("Strict-Transport-Security");
        assertThat(plain.headers()).doesNotContainKey("Strict-Transport-Security");
    }

    @ParameterizedTest
    @CsvSource({
        "/verify/case, true, false",
        "/api/licence-desk/claims, true, false",
        "/, true, true",
        "/sign-in, true, true",
        "/office, true, false",
        "/office/cases/1, true, false",
        "/api/office/cases, true, false",
        "/office/add-ons, true, true",
        "/office/moderators, false, true",
        "/api/session, true, true",
        "/api/session/member, false, true",
        "/api/session/issuer-keys, false, true",
        "/join, false, true",
        "/questions/1, false, true",
        "/api/questions, false, true",
        "/verifying, false, true"
    })
    void a_half_answers_for_itself_only(String path, boolean desk, boolean community) {
        assertThat(new Halves("", "https://community.example").elsewhere(path))
                .isEqualTo(desk ? Optional.empty() : Optional.of("https://community.example"));
        assertThat(new Halves("https://desk.example", "").elsewhere(path))
                .isEqualTo(community ? Optional.empty() : Optional.of("https://desk.example"));
        assertThat(new Halves("", "").elsewhere(path)).isEmpty();
    }

    @Test
    void a_page_of_the_other_half_is_led_to_and_a_program_is_told_where() throws Exception {
        halves = new Halves("https://desk.example", "");
        Visit page = visit("/verify", Map.of("Accept", BROWSER), BROKEN);
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.headers()).containsEntry("Location", "https://desk.example/verify");
        Visit claim = visit("/api/licence-desk/claims", Map.of("method", "POST"), BROKEN);
        assertThat(claim.status()).isEqualTo(404);
        assertThat(claim.body()).contains("urn:curbside:problem:elsewhere").contains("https://desk.example");
    }

    @Test
    void the_keys_may_be_read_from_anywhere_and_the_desk_asks_for_them() throws Exception {
        FilterChain nothing = (request, response) -> {};
        assertThat(visit("/api/session/issuer-keys", Map.of(), nothing).headers())
                .containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(visit("/api/session", Map.of(), nothing).headers()).doesNotContainKey("Access-Control-Allow-Origin");
        halves = new Halves("", "https://community.example");
        assertThat(visit("/verify", Map.of(), nothing).headers().get("Content-Security-Policy"))
                .endsWith("connect-src 'self' https://community.example");
    }

    private Visit visit(String path, Map<String, String> sent, FilterChain behind) throws Exception {
        Visit visit = new Visit(path, sent);
        door(false).doFilter(visit.request(), visit.answer(), behind);
        return visit;
    }

    private FrontDoor door(boolean tls) {
        return new FrontDoor(tls, () -> ready, halves, meters, new Incidents(() -> 0xfa11L << 32));
    }
}
