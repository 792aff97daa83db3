package org.curbside.verification.fsmb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curbside.testkit.standin.FsmbStandIn.CLIENT;
import static org.curbside.testkit.standin.FsmbStandIn.SECRET;
import static org.curbside.testkit.standin.FsmbStandIn.licence;
import static org.curbside.testkit.standin.FsmbStandIn.order;
import static org.curbside.testkit.standin.FsmbStandIn.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.testkit.NppesFile;
import org.curbside.testkit.standin.FsmbStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the federation says, and what is made of it; how it fails is tried by {@link FsmbRegistryContractTest}. */
class FsmbRegistryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    private static final int ROW = 3;
    private static final String NY = licence("NY", "TEST1111", "ACT", "2027-06-30");

    private final FsmbStandIn source = new FsmbStandIn();
    private final FsmbRegistry registry = new FsmbRegistry(source.url(), CLIENT, SECRET, CLOCK);

    @AfterEach
    void close() {
        registry.close();
        source.close();
    }

    @Test
    void an_active_licence_and_no_order_is_good_as_of_the_day_it_was_reported() throws RegistryUnavailable {
        Finding finding = find("", "", NY, "");
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ACTIVE);
        assertThat(finding.asOf()).isEqualTo(LocalDate.parse("2026-01-31"));
        assertThat(finding.evidence()).isEqualTo("Physician, orders 0; NY ACT until 2027-06-30");
    }

    @ParameterizedTest
    @CsvSource({"LL, Surrendered", "RL, Conditions", "OP, CMS-Suspension", "NP, Accusation", "XX, Something new"})
    void every_order_goes_to_a_person(String category, String action) throws RegistryUnavailable {
        assertThat(find("", "", NY, order(category, action)).judgement().verdict())
                .isEqualTo(Verdict.INDETERMINATE);
        source.with(ROW, profile(ROW, NY, order(category, action)).replace("\"orders\"", "\"boardOrders\""));
        assertThat(verdict("", "")).isEqualTo(Verdict.INDETERMINATE);
    }

    @ParameterizedTest
    @CsvSource({
        "ACT, 2027-06-30, ACTIVE",
        "act, 2027-06-30, ACTIVE",
        "ACT, 2026-03-04, ACTIVE",
        "ACT, 2026-03-03, INDETERMINATE",
        "EXP, 2020-06-30, INACTIVE",
        "PROB, 2027-06-30, INDETERMINATE",
        "'', 2027-06-30, INDETERMINATE",
        "Active, 2027-06-30, INDETERMINATE",
        "ACT1, 2027-06-30, INDETERMINATE"
    })
    void only_a_code_that_is_known_decides(String code, String expires, Verdict verdict) throws RegistryUnavailable {
        String licence = licence("NY", "TEST1111", code, expires);
        assertThat(find("", "", licence, "").judgement().verdict()).isEqualTo(verdict);
        assertThat(find("TEST 1111", "NY", licence, "").judgement().verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', ACTIVE",
        "'', NY, ACTIVE",
        "'', AK, INACTIVE",
        "'', FL, INDETERMINATE",
        "test-1111, NY, ACTIVE",
        "TEST2222, AK, INACTIVE",
        "TEST2222, NY, INDETERMINATE",
        "TEST3333, '', INDETERMINATE",
        "TEST9999, NY, INDETERMINATE"
    })
    void the_licence_that_is_claimed_counts(String number, String state, Verdict verdict) throws RegistryUnavailable {
        String licences = String.join(
                ",",
                NY,
                licence("AK", "TEST2222", "EXP", "2012-06-30"),
                licence("AZ", "TEST3333", "ACT", "2027-06-30"),
                licence("NH", "TEST3333", "ACT", "2027-06-30"));
        assertThat(find(number, state, licences, "").judgement().verdict()).isEqualTo(verdict);
    }

    @Test
    void a_code_that_nobody_knows_is_not_outvoted() throws RegistryUnavailable {
        String licences = NY + "," + licence("AK", "TEST2222", "SUSP", "2027-06-30");
        assertThat(find("", "", licences, "").judgement().verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(find("", "", "", "").judgement().verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    @ParameterizedTest
    @CsvSource({"Physician Assistant, INACTIVE", "Chiropractor, INDETERMINATE", "'', INDETERMINATE"})
    void another_profession_is_none_of_ours(String profession, Verdict verdict) throws RegistryUnavailable {
        source.with(ROW, profile(ROW, NY, "").replace("\"Physician\"", "\"" + profession + "\""));
        assertThat(verdict("", "")).isEqualTo(verdict);
    }

    @Test
    void a_profile_of_another_person_goes_to_a_person() throws RegistryUnavailable {
        source.with(ROW, profile(ROW, NY, "").replace(NppesFile.npi(ROW), NppesFile.npi(ROW + 1)));
        assertThat(verdict("", "")).isEqualTo(Verdict.INDETERMINATE);
        source.with(ROW, profile(ROW, NY, "").replace(NppesFile.familyName(ROW), "QUACKENBUSH"));
        assertThat(verdict("", "")).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void one_token_serves_many_claims_until_it_ends() throws RegistryUnavailable {
        source.with(ROW, profile(ROW, NY, ""));
        for (int claim = 0; claim < 5; claim++) {
            assertThat(verdict("", "")).isEqualTo(Verdict.ACTIVE);
        }
        assertThat(source.tokens()).isEqualTo(1);
        source.expireTokens();
        assertThat(verdict("", "")).isEqualTo(Verdict.ACTIVE);
        assertThat(source.tokens()).isEqualTo(2);
    }

    @Test
    void a_token_that_is_about_to_end_is_not_used() throws RegistryUnavailable {
        source.with(ROW, profile(ROW, NY, ""));
        source.tokensLast(1);
        assertThat(verdict("", "")).isEqualTo(Verdict.ACTIVE);
        assertThat(verdict("", "")).isEqualTo(Verdict.ACTIVE);
        assertThat(source.tokens()).isEqualTo(4);
    }

    @Test
    void a_client_that_is_refused_does_not_try_again_at_once() {
        FsmbRegistry wrong = new FsmbRegistry(source.url(), CLIENT, "another", CLOCK);
        try {
            for (int claim = 0; claim < 5; claim++) {
                assertThatThrownBy(() -> wrong.find(claim("", "")))
                        .isInstanceOf(RegistryUnavailable.class)
                        .hasMessageNotContaining("another");
            }
        } finally {
            wrong.close();
        }
        assertThat(source.asked()).isEqualTo(1);
    }

    @Test
    void one_who_asked_too_often_comes_back_later() {
        source.with(ROW, profile(ROW, NY, ""));
        source.tooMany(60);
        assertThatThrownBy(() -> verdict("", "")).isInstanceOf(RegistryUnavailable.class);
        source.tooMany(0);
        assertThatThrownBy(() -> verdict("", "")).isInstanceOf(RegistryUnavailable.class);
        assertThat(source.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{}",
                "{\"fid\":\"900000004\"}",
                "not json",
                "{\"fid\":\"900000003\",\"licensure\":{\"licenses\":7}}"
            })
    void a_profile_that_is_none_decides_nothing(String body) {
        source.with(ROW, body);
        assertThatThrownBy(() -> verdict("", "")).isInstanceOf(RegistryUnavailable.class);
    }

    @Test
    void without_credentials_it_does_not_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FsmbRegistry(source.url(), " ", SECRET, CLOCK));
        assertThatIllegalArgumentException().isThrownBy(() -> new FsmbRegistry(source.url(), CLIENT, "", CLOCK));
    }

    private Finding find(String number, String state, String licences, String orders) throws RegistryUnavailable {
        source.with(ROW, profile(ROW, licences, orders));
        return registry.find(claim(number, state));
    }

    private Verdict verdict(String number, String state) throws RegistryUnavailable {
        return registry.find(claim(number, state)).judgement().verdict();
    }

    private static Claim claim(String number, String state) {
        return new Claim(NppesFile.givenName(ROW), NppesFile.familyName(ROW), NppesFile.npi(ROW), number, state);
    }
}
