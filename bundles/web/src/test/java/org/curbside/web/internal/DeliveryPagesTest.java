package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.curbside.api.delivery.Delivery;
import org.curbside.api.delivery.Delivery.Mail;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.Rhythm;
import org.curbside.api.refusal.Refusal;
import org.curbside.web.internal.DeliveryPages.DeliveryPage;
import org.curbside.web.internal.DeliveryPages.Unsubscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryPagesTest {

    private static final Frame FRAME = new Frame("E-mail and push", "heron", "member", "", "");
    private static final Form HOURS = Form.filled(Map.of("zone", "Europe/Berlin", "hour", "18", "rhythm", "WEEKLY"));

    private final Pages pages = new Pages();

    private String page(boolean offered, Mail mail, @Nullable String address, int browsers, Form other) {
        Delivery delivery = new Delivery(offered, mail, address, Hours.USUAL, browsers, "BKey");
        return Rendered.page(pages, "delivery.jte", new DeliveryPage(FRAME, delivery, HOURS, other));
    }

    @Test
    void asks_for_an_address_then_for_its_code_and_then_says_where_the_digest_goes() {
        assertThat(page(true, Mail.NONE, null, 0, Form.EMPTY))
                .contains("name=\"address\"", "Send me a code")
                .doesNotContain("Delete the address");
        assertThat(page(true, Mail.UNCONFIRMED, "j…@…example", 0, Form.EMPTY))
                .contains("A code went to j…@…example", "name=\"code\"", "Delete the address")
                .doesNotContain("name=\"address\"");
        assertThat(page(true, Mail.CONFIRMED, "j…@…example", 0, Form.EMPTY))
                .contains("The digest goes to j…@…example", "Delete the address");
        assertThat(page(true, Mail.REFUSED, "j…@…example", 0, Form.EMPTY))
                .contains("takes nothing for it", "name=\"address\"", "Delete the address");
    }

    @Test
    void offers_no_mail_where_none_is_sent_but_lets_an_address_be_deleted() {
        assertThat(page(false, Mail.NONE, null, 0, Form.EMPTY))
                .contains("This Curbside sends no mail.", "id=\"push-here\"", "value=\"hours\"")
                .doesNotContain("name=\"address\"");
        assertThat(page(false, Mail.CONFIRMED, "j…@…example", 0, Form.EMPTY)).contains("Delete the address");
    }

    @Test
    void says_how_many_browsers_are_told_and_shows_the_hours() {
        assertThat(page(true, Mail.NONE, null, 1, Form.EMPTY)).contains("One browser is told.");
        assertThat(page(true, Mail.NONE, null, 3, Form.EMPTY))
                .contains("3 browsers are told.", "data-key=\"BKey\"")
                .contains("<option value=\"Europe/Berlin\" selected>Europe, Berlin</option>")
                .contains("<option value=\"18\" selected>18:00</option>")
                .contains("<option value=\"WEEKLY\" selected>On Mondays</option>");
    }

    @Test
    void whoever_has_chosen_no_hours_reads_by_which_clock_they_are() {
        assertThat(page(true, Mail.NONE, null, 0, Form.EMPTY)).contains("by the clock of UTC", "id=\"zone-proposed\"");
        Hours chosen = new Hours(Rhythm.WEEKLY, 18, "Europe/Berlin", 22, 7, null);
        Delivery delivery = new Delivery(true, Mail.NONE, null, chosen, 0, "BKey");
        assertThat(Rendered.page(pages, "delivery.jte", new DeliveryPage(FRAME, delivery, HOURS, Form.EMPTY)))
                .doesNotContain("by the clock of UTC", "id=\"zone-proposed\"");
    }

    @Test
    void what_was_refused_stays_and_says_why() {
        Form refused = new Form(
                Map.of("address", "ada@"),
                Refusal.invalid(
                        "address-malformed", "address", "Check the address; it is written like name@example.org."),
                "");
        assertThat(page(true, Mail.NONE, null, 0, refused))
                .contains("value=\"ada@\"", "aria-invalid=\"true\"", "Check the address;");
    }

    @Test
    void a_link_in_a_digest_leads_to_one_button_and_then_to_none() {
        String address = "/unsubscribe/abc";
        assertThat(Rendered.page(pages, "unsubscribe.jte", new Unsubscription(FRAME, address, false)))
                .contains("action=\"/unsubscribe/abc\"", "End it");
        assertThat(Rendered.page(pages, "unsubscribe.jte", new Unsubscription(FRAME, address, true)))
                .contains("no further digest goes to it")
                .doesNotContain("action=\"/unsubscribe/abc\"");
    }
}
