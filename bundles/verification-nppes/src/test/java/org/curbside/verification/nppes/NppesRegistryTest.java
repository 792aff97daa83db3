package org.curbside.verification.nppes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NppesRegistryTest {

    private static final String VALID = Npi.withCheckDigit("200000000");

    private final NppesRegistry registry = new NppesRegistry();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "M.D.; PHYSICIAN",
                "MD; PHYSICIAN",
                "M. D.; PHYSICIAN",
                "M D; PHYSICIAN",
                "md, facp; PHYSICIAN",
                "M.D., PH.D.; PHYSICIAN",
                "D.O.; PHYSICIAN",
                "DDS, MD; PHYSICIAN",
                "D.D.S.; ANOTHER",
                "PA-C; ANOTHER",
                "PHARM.D.; ANOTHER",
                "FP; UNCLEAR",
                "MBBS; UNCLEAR",
                "''; UNCLEAR"
            })
    void degrees_are_recognised_as_people_type_them(String credential, Degree degree) {
        assertThat(Degree.of(credential)).isEqualTo(degree);
    }

    @Test
    void a_dentist_among_the_physicians_is_not_one() throws RejectedRow {
        assertThat(verdict(
                        Map.of("Provider Credential Text", "DDS", "Healthcare Provider Taxonomy Code_1", "204E00000X")))
                .isEqualTo(Verdict.INACTIVE);
    }

    @Test
    void a_physicians_degree_without_a_physicians_specialty_goes_to_a_person() throws RejectedRow {
        assertThat(verdict(
                        Map.of("Provider Credential Text", "MD", "Healthcare Provider Taxonomy Code_1", "174400000X")))
                .isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void an_organisation_and_a_deactivated_number_are_kept_and_are_not_active() throws RejectedRow {
        assertThat(verdict(Map.of("Entity Type Code", "2"))).isEqualTo(Verdict.INACTIVE);
        assertThat(verdict(Map.of("Entity Type Code", "", "NPI Deactivation Date", "12/11/2018")))
                .isEqualTo(Verdict.INACTIVE);
    }

    @Test
    void a_reactivated_number_is_as_good_as_any() throws RejectedRow {
        assertThat(verdict(Map.of(
                        "Provider Credential Text", "DO",
                        "Healthcare Provider Taxonomy Code_1", "207Q00000X",
                        "NPI Deactivation Date", "12/11/2018",
                        "NPI Reactivation Date", "01/11/2019")))
                .isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void the_primary_specialty_comes_first_and_the_address_is_an_envelope() throws RejectedRow {
        RegistryEntry entry = entry(Map.of(
                "Healthcare Provider Taxonomy Code_1", "207R00000X",
                "Healthcare Provider Taxonomy Code_2", "207RC0000X",
                "Healthcare Provider Primary Taxonomy Switch_2", "Y",
                "Provider First Line Business Mailing Address", "1 SAMPLE ST",
                "Provider Business Mailing Address City Name", "TOWN",
                "Provider Business Mailing Address State Name", "NY",
                "Provider Business Mailing Address Postal Code", "10001"));
        assertThat(entry.taxonomies()).containsExactly("207RC0000X", "207R00000X");
        assertThat(entry.address().orElseThrow().lines()).isEqualTo(List.of("1 SAMPLE ST", "TOWN NY 10001"));
    }

    private Verdict verdict(Map<String, String> values) throws RejectedRow {
        return registry.judge(entry(values)).verdict();
    }

    private RegistryEntry entry(Map<String, String> values) throws RejectedRow {
        Map<String, String> row = new HashMap<>(Map.of("NPI", VALID, "Entity Type Code", "1"));
        row.putAll(values);
        return registry.read(column -> row.getOrDefault(column, ""));
    }
}
