package org.curbside.verification.big;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curbside.testkit.standin.BigStandIn.NO_END;
import static org.curbside.testkit.standin.BigStandIn.list;
import static org.curbside.testkit.standin.BigStandIn.professional;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
import org.curbside.testkit.standin.BigStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the register says, and what is made of it; how it fails is tried by {@link BigRegisterContractTest}. */
class BigRegisterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    private static final String NUMBER = "99000000101";
    private static final String GOOD = professional(NUMBER, "A.M.", "Janssen", "01", NO_END, "");

    private final BigStandIn source = new BigStandIn();
    private final BigRegister registry = new BigRegister(source.url() + "/soap/4", CLOCK);

    @AfterEach
    void close() {
        registry.close();
        source.close();
    }

    @Test
    void a_physicians_registration_is_good_today_and_letters_go_to_the_place_of_work() throws RegistryUnavailable {
        Finding finding = find(list(GOOD), "Ada", "Janssen");
        assertThat(finding.judgement().verdict()).isEqualTo(Verdict.ACTIVE);
        assertThat(finding.asOf()).isEqualTo(LocalDate.parse("2026-03-04"));
        assertThat(finding.address())
                .contains(new PostalAddress(List.of("Voorbeeldstraat 12 a", "1234 AB Voorbeeldstad")));
        assertThat(finding.evidence())
                .isEqualTo("profession \"01\", from 1998-02-06T00:00:00 until 0001-01-01T00:00:00; marks 0");
    }

    @ParameterizedTest
    @CsvSource({
        "01, 2026-03-05T00:00:00, ACTIVE",
        "01, 2026-03-04T00:00:00, INACTIVE",
        "01, 2020-03-30T11:33:35, INACTIVE",
        "30, 2020-03-30T11:33:35, INACTIVE",
        "30, 0001-01-01T00:00:00, INDETERMINATE",
        "1, 0001-01-01T00:00:00, INDETERMINATE",
        "'', 0001-01-01T00:00:00, INDETERMINATE"
    })
    void the_profession_and_the_end_count(String group, String end, Verdict verdict) throws RegistryUnavailable {
        assertThat(verdict(list(professional(NUMBER, "A.", "Janssen", group, end, ""))))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<JudgmentProvision><JudgmentProvisionExtApp><PublicDescription>x</PublicDescription>"
                        + "<EndDate>2020-03-30T11:33:35</EndDate></JudgmentProvisionExtApp></JudgmentProvision>",
                "<Limitation><LimitationExtApp/></Limitation>",
                "<Mention><MentionExtApp/></Mention>",
                "<Mention/><Limitation/><JudgmentProvision><SomethingNew/></JudgmentProvision>"
            })
    void every_mark_goes_to_a_person(String mark) throws RegistryUnavailable {
        assertThat(verdict(list(professional(NUMBER, "A.", "Janssen", "01", NO_END, mark))))
                .isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void a_mark_that_is_said_to_be_absent_is_none() throws RegistryUnavailable {
        String absent =
                "<Mention><MentionExtApp xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>"
                        + "</Mention>";
        assertThat(verdict(list(professional(NUMBER, "A.", "Janssen", "01", NO_END, absent))))
                .isEqualTo(Verdict.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, Janssen, ACTIVE",
        "ada maria, JANSSEN, ACTIVE",
        "Ada-Maria, Janssen, ACTIVE",
        "Ada Maria Zoe, Janssen, INDETERMINATE",
        "Ada Zoe, Janssen, INDETERMINATE",
        "., Janssen, INDETERMINATE",
        "Ada, van der Janssen, INDETERMINATE",
        "Bram, Janssen, INDETERMINATE",
        "Ada, Jansen, INDETERMINATE"
    })
    void the_name_is_compared_as_far_as_the_register_shows_it(String given, String family, Verdict verdict)
            throws RegistryUnavailable {
        assertThat(find(list(GOOD), given, family).judgement().verdict()).isEqualTo(verdict);
    }

    @Test
    void a_prefix_and_a_name_by_marriage_are_the_physicians_own() throws RegistryUnavailable {
        String prefixed = GOOD.replace("<Prefix/>", "<Prefix>van der</Prefix>");
        assertThat(find(list(prefixed), "Ada", "van der Janssen").judgement().verdict())
                .isEqualTo(Verdict.ACTIVE);
        String married = GOOD.replace("<MailingName>A.M. Janssen", "<MailingName>A.M. Bos - Janssen");
        assertThat(find(list(married), "Ada", "Bos-Janssen").judgement().verdict())
                .isEqualTo(Verdict.ACTIVE);
        assertThat(find(list(married), "Ada", "Bos").judgement().verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void nobody_and_several_are_told_apart() throws RegistryUnavailable {
        assertThat(verdict(list())).isEqualTo(Verdict.INACTIVE);
        assertThat(verdict(list(GOOD, GOOD))).isEqualTo(Verdict.INDETERMINATE);
        String another = professional("99000000201", "A.", "Janssen", "01", NO_END, "");
        assertThat(verdict(list(another))).isEqualTo(Verdict.INACTIVE);
        assertThat(verdict(list(another, GOOD))).isEqualTo(Verdict.ACTIVE);
        String twice = GOOD.replaceFirst("(?s)(<ArticleRegistrationExtApp>.*</ArticleRegistrationExtApp>)", "$1$1");
        assertThat(verdict(list(twice))).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void a_fault_decides_nothing_whatever_its_status() {
        assertUnavailable(BigStandIn.fault("Server", "There is an error in XML document."));
        assertUnavailable(BigStandIn.fault("Server", "x").replace("</soap:Fault>", "</soap:Fault>" + "<a/>"));
    }

    @Test
    void what_is_no_answer_decides_nothing_and_prints_nothing() {
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream ear = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setErr(ear);
            assertUnavailable("<");
            assertUnavailable("<a/>");
            assertUnavailable(list(GOOD).replace("</soap:Envelope>", ""));
            assertUnavailable(list(GOOD).replace("http://services.cibg.nl/ExternalUser", "urn:else"));
            assertUnavailable(list(GOOD).replace("http://schemas.xmlsoap.org/soap/envelope/", "urn:else"));
            assertUnavailable(list(GOOD).replace(NO_END, "never"));
            assertUnavailable(list(GOOD).replace("ListHcpApprox4Result", "ListHcpApprox5Result"));
        } finally {
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void an_entity_is_not_even_read() {
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + source.url() + "/secret\">]>";
        assertUnavailable(list(GOOD).replace("?>", "?>" + doctype).replace("Voorbeeldstraat", "&e;"));
        assertThat(source.asked()).isEqualTo(1);
    }

    @Test
    void only_a_number_of_the_register_is_asked_for() {
        for (String other : List.of("", "2000000002", "9900000010", "990000001011", "9900000010x")) {
            assertThat(registry.covers(claim("Ada", "Janssen", other))).isFalse();
        }
        assertThat(registry.covers(new Claim("Ada", "Janssen", NUMBER, "", "", "US")))
                .isFalse();
        assertThat(source.asked()).isZero();
    }

    @Test
    void without_a_place_to_ask_it_does_not_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BigRegister("", CLOCK));
    }

    private void assertUnavailable(String xml) {
        assertThatThrownBy(() -> verdict(xml)).as(xml).isInstanceOf(RegistryUnavailable.class);
    }

    private Verdict verdict(String xml) throws RegistryUnavailable {
        return find(xml, "Ada", "Janssen").judgement().verdict();
    }

    private Finding find(String xml, String given, String family) throws RegistryUnavailable {
        source.answer(NUMBER, xml);
        return registry.find(claim(given, family, NUMBER));
    }

    private static Claim claim(String given, String family, String number) {
        return new Claim(given, family, number, "", "", "NL");
    }
}
