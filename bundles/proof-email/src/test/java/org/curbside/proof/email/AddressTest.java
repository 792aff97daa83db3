package org.curbside.proof.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "jane.doe+x@Mail.Hospital.EXAMPLE", "o'brien@xn--bcher-kva.example"})
    void plain_addresses_are_read(String typed) {
        assertThat(Address.read(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.example",
                "a@b",
                "a@b..example",
                "a..b@b.example",
                ".a@b.example",
                "a.@b.example",
                "a b@b.example",
                "\"a b\"@b.example",
                "a@b.example>",
                "<a@b.example>",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\nRCPT TO:<c@d.example>",
                "a\u0000@b.example",
                "a@b.example,c@d.example",
                "a@@b.example",
                "a@-b.example",
                "a@b.exam_ple",
                "\u00fc@b.example",
                "a@b\u00fccher.example",
                "a@[127.0.0.1]"
            })
    void all_else_is_none(String typed) {
        assertThat(Address.read(typed)).isEmpty();
    }

    @Test
    void the_domain_is_in_lower_case_and_a_long_address_is_none() {
        assertThat(Address.read("Jane@Hospital.Example")).contains(new Address("Jane", "hospital.example"));
        assertThat(Address.read("a".repeat(65) + "@b.example")).isEmpty();
        assertThat(Address.read("a@" + "b.".repeat(150) + "example")).isEmpty();
    }

    @Test
    void a_list_has_what_it_names_and_below_a_star_all_below() {
        Institutions listed = Institutions.read("hospital.example, *.University.example\n clinic.example");
        for (String domain : new String[] {"hospital.example", "clinic.example", "mail.a.university.example"}) {
            assertThat(listed.has(domain)).as(domain).isTrue();
        }
        for (String domain : new String[] {
            "mail.hospital.example",
            "university.example",
            "nohospital.example",
            "example",
            "",
            "hospital.example.evil.example"
        }) {
            assertThat(listed.has(domain)).as(domain).isFalse();
        }
        assertThat(listed.told()).isEqualTo("hospital.example, *.university.example, clinic.example");
        assertThat(Institutions.read("a.b c.d e.f g.h i.j k.l m.n").told())
                .isEqualTo("a.b, c.d, e.f, g.h, i.j, and 2 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "*.", "*.edu", "edu", "hospital.example;", "https://hospital.example", "*"})
    void a_list_of_something_else_is_refused(String list) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Institutions.read(list))
                .withMessageContaining("The setting 'domains'");
    }
}
