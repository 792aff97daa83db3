package org.curbside.verification.nppes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.NppesFile;
import org.curbside.testkit.standin.NppesStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Read API says, and what is made of it; how it fails is tried by {@link NppesReadApiContractTest}. */
class NppesReadApiTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final int ROW = 3;
    private static final String NPI = NppesFile.npi(ROW);
    private static final String PERSON = NppesStandIn.person(ROW, "M.D.", "207R00000X");

    private final NppesStandIn source = new NppesStandIn(40);
    private final NppesReadApi registry = new NppesReadApi(source.url() + "/api/", Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        registry.close();
        source.close();
    }

    @Test
    void a_physician_in_service_is_active_today_with_an_address_and_the_practices_number() throws RegistryUnavailable {
        Finding finding = registry.find(claim(ROW));
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ACTIVE);
        assertThat(finding.asOf()).isEqualTo(LocalDate.parse("2026-03-04"));
        assertThat(finding.address())
                .contains(new PostalAddress(List.of(ROW + " SAMPLE ST", "SAMPLETOWN NY 10001-1234")));
        assertThat(finding.telephone()).isEqualTo("212-555-0123");
        assertThat(finding.taxonomies()).containsExactly(NppesFile.taxonomy(ROW));
        assertThat(finding.evidence())
                .isEqualTo("status \"A\", credential \"M.D.\", taxonomies " + NppesFile.taxonomy(ROW));
    }

    @ParameterizedTest
    @CsvSource({"17, INACTIVE", "18, INACTIVE", "19, INACTIVE", "40, INACTIVE"})
    void an_organisation_a_deactivated_number_a_dentist_and_nobody_are_not(int row, Verdict verdict)
            throws RegistryUnavailable {
        assertThat(registry.find(claim(row)).judgement().verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"status\":\"A\"", "\"credential\":\"M.D.\"", "\"code\":\"207R00000X\""})
    void what_is_missing_or_unknown_goes_to_a_person(String part) throws RegistryUnavailable {
        String name = part.substring(0, part.indexOf(':') + 1);
        for (String other : List.of("\"--\"", "null", "\"D\"", "\"?\"")) {
            assertThat(verdict(NppesStandIn.results(PERSON.replace(part, name + other))))
                    .as(name + other)
                    .isEqualTo(Verdict.INDETERMINATE);
        }
    }

    @Test
    void two_who_fit_go_to_a_person() throws RegistryUnavailable {
        assertThat(verdict(NppesStandIn.results(PERSON, PERSON))).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void a_former_name_and_a_suffix_are_the_physicians_own() throws RegistryUnavailable {
        String married = "{\"type\":\"Former Name\",\"code\":\"1\",\"first_name\":\"Ada\",\"last_name\":\"O'Brien\"}";
        String body = PERSON.replace("\"other_names\":[]", "\"other_names\":[" + married + "]");
        source.answer(NPI, NppesStandIn.results(body));
        assertThat(verdictOf("Ada", "OBrien")).isEqualTo(Verdict.ACTIVE);
        assertThat(verdictOf("Ida", "OBrien")).isEqualTo(Verdict.INDETERMINATE);
        source.answer(NPI, NppesStandIn.results(PERSON.replace("\"name_suffix\":\"--\"", "\"name_suffix\":\"Jr.\"")));
        assertThat(verdictOf(NppesFile.givenName(ROW), NppesFile.familyName(ROW) + ", Jr"))
                .isEqualTo(Verdict.ACTIVE);
        assertThat(verdictOf(NppesFile.givenName(ROW), NppesFile.familyName(ROW) + ", Sr"))
                .isEqualTo(Verdict.INDETERMINATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "{\"results\":[]}",
                "{\"result_count\":1,\"results\":[]}",
                "{\"result_count\":0,\"results\":{}}",
                "{\"result_count\":0,\"results\":[]} trailing",
                "{\"result_count\":1,\"result_count\":0,\"results\":[]}",
                "{\"result_count\":1,\"results\":[{}]}",
                "{\"result_count\":1,\"results\":[null]}",
                "{\"Errors\":[]}",
                "{\"Errors\":{}}",
                "{\"Errors\":[{\"description\":\"No valid search criteria provided\",\"field\":\"\",\"number\":\"04\"}]}",
                "{\"Errors\":[{\"description\":\"CMS deactivated NPI 2900000011.\",\"field\":\"number\",\"number\":\"15\"}]}"
            })
    void an_answer_that_is_not_known_of_it_decides_nothing(String body) {
        source.answer(NPI, body);
        assertThatThrownBy(() -> registry.find(claim(ROW))).isInstanceOf(RegistryUnavailable.class);
    }

    @Test
    void another_persons_record_decides_nothing() {
        source.answer(NPI, NppesStandIn.results(NppesStandIn.person(ROW + 1, "M.D.", "207R00000X")));
        assertThatThrownBy(() -> registry.find(claim(ROW))).isInstanceOf(RegistryUnavailable.class);
    }

    @Test
    void only_a_number_that_can_be_one_is_asked_for() {
        assertThat(registry.covers(new Claim("Ada", "Sample", "2000000003", "", "")))
                .isFalse();
        assertThat(registry.covers(new Claim("Ada", "Sample", "", "ME1", "FL"))).isFalse();
        assertThat(source.asked()).isZero();
    }

    private Verdict verdict(String body) throws RegistryUnavailable {
        source.answer(NPI, body);
        return registry.find(claim(ROW)).judgement().verdict();
    }

    private Verdict verdictOf(String given, String family) throws RegistryUnavailable {
        return registry.find(new Claim(given, family, NPI, "", "")).judgement().verdict();
    }

    private static Claim claim(int row) {
        return new Claim(NppesFile.givenName(row), NppesFile.familyName(row), NppesFile.npi(row), "", "");
    }
}
