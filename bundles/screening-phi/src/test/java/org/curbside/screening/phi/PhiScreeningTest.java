package org.curbside.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Concern.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiScreeningTest {

    private final PhiScreening screening = new PhiScreening();

    @ParameterizedTest
    @CsvSource({
        "phone,         \uff12\uff11\uff12\u2010555\u20110\u200b134",
        "name,          \u041cr\u0455. \u041d\u0430lvorsen",
        "name,          M\u00adaria G\u200carc\u2060ia",
        "name,          Dr. Jose\u0301 Nu\u0301n\u0303ez",
        "name,          \u039caria \u0393. Garcia",
        "name,          \uff2d\uff41\uff52\uff49\uff41 \uff27\uff41\uff52\uff43\uff49\uff41",
        "name,          \ud835\udc0c\ud835\udc1a\ud835\udc2b\ud835\udc22\ud835\udc1a",
        "record-number, 0\u0336048\ufe0f2913",
        "date,          03\u204414\u20442021",
        "email,         j\u0430ne@ex\u0430mple.org",
        "facility,      M\u0435thodist \u041dospital"
    })
    void no_look_alike_or_invisible_character_hides_anything(String kind, String hidden) {
        String before = kind.equals("record-number") ? "MRN " : "with ";
        String text = before + hidden + " since spring";

        List<Concern> found = screening.screen(text);

        assertThat(found).extracting(Concern::kind).contains(kind);
        assertThat(found.get(0).start()).isEqualTo(before.length());
        assertThat(found.get(found.size() - 1).end()).isEqualTo(before.length() + hidden.length());
    }

    @Test
    void of_what_the_stricter_rule_leaves_the_other_one_speaks() {
        String text = "Write to mary@example.org or Mrs. Mary, 12 Oak Street Clinic";
        assertThat(screening.screen(text))
                .extracting(concern -> concern.kind() + " " + text.substring(concern.start(), concern.end()))
                .containsExactly(
                        "email mary@example.org", "name Mrs. Mary", "street 12 Oak Street", "facility  Clinic");
    }

    @Test
    void what_is_a_name_only_in_company_counts_only_there() {
        assertThat(screening.screen("I hope Grace was shown. Mark this.")).isEmpty();
        assertThat(screening.screen("I saw Grace Halvorsen and Mark T. today."))
                .extracting(Concern::kind)
                .containsExactly("name", "name");
    }

    @Test
    void a_value_with_its_unit_is_no_record_number() {
        assertThat(screening.screen("Ferritin 48213, LDH 12345, 250123 copies/ml"))
                .isEmpty();
        assertThat(screening.screen("It says 4821377 on the film.")).hasSize(1);
    }

    @Test
    void what_identifies_has_to_go_what_may_is_asked_about_and_what_is_told_is_considered() {
        assertThat(screening.screen("Mrs. Halvorsen, the mayor, can be reached at 212-555-0134."))
                .extracting(Concern::severity)
                .containsExactly(Severity.CONFIRM, Severity.CONSIDER, Severity.BLOCK);
    }

    @Test
    void literature_may_be_cited() {
        assertThat(screening.screen("https://doi.org/10.1056/NEJMoa1911303 and www.nejm.org"))
                .isEmpty();
        assertThat(screening.screen("https://doi.org.example.com/10.1056"))
                .extracting(Concern::kind)
                .containsExactly("url");
    }
}
