package org.curbside.verification.nppes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curbside.spi.verification.Edition;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;
import org.curbside.spi.verification.RegistryEntry.OtherName;
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
                "D.D.S. M.D.; PHYSICIAN",
                "M.D.,P.A.; PHYSICIAN",
                "M.D.P.A.; PHYSICIAN",
                "M. D. P.A.; PHYSICIAN",
                "P.A. M.D.; PHYSICIAN",
                "M.D; PHYSICIAN",
                "M,D,; PHYSICIAN",
                "MD.; PHYSICIAN",
                "M.D./PH.D.; PHYSICIAN",
                "PH.D. M.D.; PHYSICIAN",
                "MDPHD; PHYSICIAN",
                "M.D.F.A.C.P.; PHYSICIAN",
                "D. O.; PHYSICIAN",
                "DO FACOI; PHYSICIAN",
                "doctor of medicine; PHYSICIAN",
                "MEDICAL DOCTOR; PHYSICIAN",
                "DOCTOR OF MEDICINE IN DENTISTRY; UNCLEAR",
                "MD STUDENT; UNCLEAR",
                "M.D. (CANDIDATE); UNCLEAR",
                "MDIV; UNCLEAR",
                "PH.D.; UNCLEAR",
                "O.D.; ANOTHER",
                "D.M.D.; ANOTHER",
                "N.M.D.; ANOTHER",
                "O.M.D.; ANOTHER",
                "D.P.M; ANOTHER",
                "D.C., C.C.S.P.; ANOTHER",
                "P.A.-C.; ANOTHER",
                "C.R.N.A, R.N.; ANOTHER",
                "PHARM D; ANOTHER",
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
    void a_number_deactivated_after_it_came_back_is_deactivated() throws RejectedRow {
        assertThat(verdict(Map.of(
                        "Provider Credential Text", "DO",
                        "Healthcare Provider Taxonomy Code_1", "207Q00000X",
                        "NPI Reactivation Date", "12/11/2018",
                        "NPI Deactivation Date", "01/11/2019")))
                .isEqualTo(Verdict.INACTIVE);
    }

    @Test
    void a_blank_degree_is_for_a_person_only_among_the_physicians() throws RejectedRow {
        assertThat(verdict(Map.of("Healthcare Provider Taxonomy Code_1", "207Q00000X")))
                .isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(Map.of())).isEqualTo(Verdict.INDETERMINATE);
        assertThat(verdict(Map.of("Healthcare Provider Taxonomy Code_1", "163W00000X")))
                .isEqualTo(Verdict.INACTIVE);
    }

    @Test
    void the_switch_counts_also_where_the_specialty_stood_before() throws RejectedRow {
        RegistryEntry entry = entry(Map.of(
                "Healthcare Provider Taxonomy Code_1", "208000000X",
                "Healthcare Provider Taxonomy Code_2", "207R00000X",
                "Healthcare Provider Taxonomy Code_3", "207R00000X",
                "Healthcare Provider Primary Taxonomy Switch_3", "Y",
                "Healthcare Provider Taxonomy Code_4", "not a code"));
        assertThat(entry.taxonomies()).containsExactly("207R00000X", "208000000X");
    }

    @Test
    void a_licence_number_that_the_registry_masked_is_none() throws RejectedRow {
        RegistryEntry entry = entry(Map.of(
                "Provider License Number_1", "$$$$$$$$$",
                "Provider License Number State Code_1", "NY",
                "Provider License Number_2", "ME99999",
                "Provider License Number State Code_2", "FL",
                "Provider License Number_3", "ME99999",
                "Provider License Number State Code_3", "FL"));
        assertThat(entry.licences()).containsExactly(new Licence("FL", "ME99999"));
    }

    @ParameterizedTest
    @CsvSource({
        "334012717, 33401-2717",
        "70331657, 07033-1657",
        "10001, 10001",
        "2139, 02139",
        "K1A 0B1, K1A 0B1",
        "12345678901, 12345678901"
    })
    void zip_codes_are_printed_as_the_post_wants_them(String written, String printed) {
        assertThat(Zip.printed(written)).isEqualTo(printed);
    }

    @Test
    void a_letter_abroad_names_the_country_and_one_without_a_street_is_not_sent() throws RejectedRow {
        Map<String, String> toronto = Map.of(
                "Provider First Line Business Mailing Address", "1 SAMPLE ST",
                "Provider Business Mailing Address City Name", "TORONTO",
                "Provider Business Mailing Address Country Code (If outside U.S.)", "CA",
                "Provider Business Mailing Address Postal Code", "12345");
        assertThat(entry(toronto).address().orElseThrow().lines())
                .containsExactly("1 SAMPLE ST", "TORONTO 12345", "CA");
        assertThat(entry(Map.of("Provider Business Mailing Address City Name", "TOWN"))
                        .address())
                .isEmpty();
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

    @Test
    void weeks_and_deactivations_are_changes_and_a_file_tells_its_day() {
        List<String> headers = List.of("NPI", "Provider Last Name (Legal Name)");
        assertThat(registry.edition("npidata_pfile_20050523-20250608.csv", headers))
                .isEqualTo(Edition.FULL.asOf(LocalDate.parse("2025-06-08")));
        assertThat(registry.edition("npidata_pfile_20250602-20250608.csv", headers))
                .isEqualTo(Edition.CHANGES.asOf(LocalDate.parse("2025-06-08")));
        assertThat(registry.edition("npidata.csv", headers)).isEqualTo(Edition.FULL);
        assertThat(registry.edition("deactivated.csv", List.of("NPI", "NPPES Deactivation Date")))
                .isEqualTo(Edition.CHANGES);
    }

    @Test
    void another_name_is_kept() throws RejectedRow {
        assertThat(entry(Map.of("Provider Other Last Name", "MAIDEN")).otherNames())
                .containsExactly(new OtherName("", "MAIDEN"));
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
