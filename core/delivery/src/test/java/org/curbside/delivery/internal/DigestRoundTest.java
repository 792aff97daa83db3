package org.curbside.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.delivery.internal.TestHouse.HERON;
import static org.curbside.delivery.internal.TestHouse.NOW;
import static org.curbside.delivery.internal.TestHouse.STORK;
import static org.curbside.delivery.internal.TestHouse.assertRefused;
import static org.curbside.delivery.internal.TestHouse.hours;

import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import org.curbside.api.delivery.Delivery.Mail;
import org.curbside.api.delivery.MailOffice.Counts;
import org.curbside.api.delivery.NewHours;
import org.curbside.api.delivery.Rhythm;
import org.curbside.delivery.internal.store.AddressRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigestRoundTest {

    private final TestHouse house = new TestHouse();
    private final DigestRound round = house.digests();

    @BeforeEach
    void subscribe() throws Exception {
        house.desk().choose(HERON, hours(Rhythm.DAILY, 7, "Europe/Berlin"));
        house.subscribe(HERON, "ada.quackenbush@hospital.example");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private int mails() {
        return house.mailroom.count() - 1;
    }

    private void pass(Duration time) {
        house.clock.pass(time);
        round.turn();
    }

    @Test
    void it_comes_at_its_hour_once_and_says_how_much_and_nothing_of_what() throws Exception {
        house.known.news.put(HERON.id(), 5);
        house.known.waits(HERON, NOW, NOW, NOW);
        round.turn();
        assertThat(mails()).isZero();
        pass(Duration.ofHours(1));
        round.turn();
        assertThat(mails()).isEqualTo(1);

        MimeMessage mail = house.mailroom.last();
        assertThat(mail.getSubject()).isEqualTo("Our Board: something waits for you");
        assertThat(mail.getFrom()[0]).hasToString("news@curbside.example");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(TestHouse.text(mail.getContent()))
                .contains(
                        "There is something new on 5 questions that you watch.",
                        "3 questions in your field wait for an answer.",
                        "https://curbside.example/inbox")
                .doesNotContainIgnoringCase("title", "heron", "cardiology");
        assertThat(TestHouse.html(mail.getContent()))
                .contains("<a href=\"https://curbside.example/inbox\">Open your inbox</a>")
                .doesNotContain("<img", "style");
    }

    @Test
    void its_headers_end_it_with_one_click() throws Exception {
        house.known.news.put(HERON.id(), 1);
        pass(Duration.ofHours(1));
        MimeMessage mail = house.mailroom.last();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Precedence")).containsExactly("bulk");
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{32}@curbside\\.example>");
        String link = mail.getHeader("List-Unsubscribe")[0];
        assertThat(link).matches("<https://curbside\\.example/unsubscribe/[A-Za-z0-9_-]{96}>");
        assertThat(TestHouse.text(mail.getContent())).contains(link.substring(1, link.length() - 1));

        String token = link.replaceAll(".*/|>", "");
        assertThat(house.desk().isUnsubscription(token)).isTrue();
        assertThat(house.desk().of(HERON).mail()).isEqualTo(Mail.CONFIRMED);
        house.desk().unsubscribe(token);
        assertThat(house.desk().of(HERON).mail()).isEqualTo(Mail.NONE);
        house.desk().unsubscribe(token);
        String other = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        assertThat(house.desk().isUnsubscription(other)).isFalse();
        assertRefused("no-such-digest", () -> house.desk().unsubscribe(other));
        assertRefused("no-such-digest", () -> house.desk().unsubscribe("?"));
        house.known.news.put(HERON.id(), 1);
        pass(Duration.ofDays(1));
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void a_link_ends_what_goes_to_the_address_that_it_was_sent_to_and_tells_nothing() throws Exception {
        house.known.news.put(HERON.id(), 1);
        pass(Duration.ofHours(1));
        String first = token();
        house.known.news.put(HERON.id(), 1);
        pass(Duration.ofDays(1));
        assertThat(token()).as("another in each mail").isNotEqualTo(first);
        assertThat(house.everythingKept()).doesNotContain(first.substring(0, 20), first.substring(60));

        house.subscribe(HERON, "ada@elsewhere.example");
        house.desk().unsubscribe(first);
        assertThat(house.desk().of(HERON).mail()).as("at another address").isEqualTo(Mail.CONFIRMED);
        house.desk().unsubscribe(token());
        assertThat(house.desk().of(HERON).mail()).isEqualTo(Mail.NONE);
    }

    private String token() throws Exception {
        return house.mailroom.last().getHeader("List-Unsubscribe")[0].replaceAll(".*/|>", "");
    }

    @Test
    void what_waits_is_counted_as_far_as_it_is_known() {
        Letter.Link link = new Letter.Link("Open", "https://curbside.example");
        assertThat(Letter.digest("Our Board", 0, 19, link, "https://curbside.example/u")
                        .paragraphs())
                .contains("19 questions in your field wait for an answer.");
        assertThat(Letter.digest("Our Board", 0, 20, link, "https://curbside.example/u")
                        .paragraphs())
                .contains("20 or more questions in your field wait for an answer.");
    }

    @Test
    void nothing_new_makes_no_mail() {
        house.known.waits(HERON, NOW.minus(Duration.ofDays(3)));
        pass(Duration.ofHours(1));
        assertThat(mails()).isZero();
        house.known.news.put(HERON.id(), 2);
        pass(Duration.ofDays(1));
        pass(Duration.ofDays(1));
        assertThat(mails()).as("the same is not told again").isEqualTo(1);
        house.known.waits(HERON, house.clock.instant());
        pass(Duration.ofDays(1));
        assertThat(mails()).as("a question came that waits").isEqualTo(2);
        pass(Duration.ofDays(1));
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void while_a_member_is_away_nothing_goes_out_and_the_next_has_what_was_missed() throws Exception {
        house.desk().choose(HERON, new NewHours(Rhythm.DAILY, 7, "Europe/Berlin", 22, 7, LocalDate.of(2026, 3, 7)));
        house.known.news.put(HERON.id(), 1);
        pass(Duration.ofHours(1));
        house.known.news.put(HERON.id(), 4);
        pass(Duration.ofDays(2));
        assertThat(mails()).isZero();
        pass(Duration.ofDays(1));
        assertThat(mails()).isEqualTo(1);
        assertThat(TestHouse.text(house.mailroom.last().getContent())).contains("on 4 questions");
    }

    @Test
    void one_whose_hour_is_in_the_night_waits_for_its_end() {
        house.desk().choose(HERON, hours(Rhythm.DAILY, 23, "Europe/Berlin"));
        house.known.news.put(HERON.id(), 1);
        pass(Duration.ofHours(17));
        assertThat(mails()).isZero();
        pass(Duration.ofHours(8));
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void one_that_broke_off_after_its_claim_is_lost_and_not_sent_twice() {
        house.known.news.put(HERON.id(), 3);
        house.clock.pass(Duration.ofHours(1));
        String veiled = house.keyring.veil(HERON.id());
        assertThat(house.store.claim(
                        veiled, house.clock.instant(), house.clock.instant().plus(Duration.ofDays(1))))
                .isTrue();
        round.turn();
        house.digests().turn();
        assertThat(house.store.claim(veiled, house.clock.instant(), house.clock.instant()))
                .as("another node")
                .isFalse();
        assertThat(mails()).isZero();
        pass(Duration.ofDays(1));
        assertThat(mails()).as("what it would have told is in the next").isEqualTo(1);
    }

    @Test
    void what_is_put_off_comes_later_and_ever_later() throws Exception {
        house.clock.pass(Duration.ofHours(1));
        house.store.keep(address("rcpt-450@there.example"));
        house.store.confirm(house.keyring.veil(HERON.id()), "code", house.clock.instant());
        house.known.news.put(HERON.id(), 3);
        round.turn();
        assertThat(house.tally.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0));
        pass(Duration.ofMinutes(9));
        assertThat(house.tally.counts().delayed()).isEqualTo(1);
        pass(Duration.ofMinutes(1));
        assertThat(house.tally.counts().delayed()).isEqualTo(2);
        pass(Duration.ofMinutes(19));
        assertThat(house.tally.counts().delayed()).isEqualTo(2);
        assertThat(DigestRound.delay(0)).isEqualTo(Duration.ofMinutes(10));
        assertThat(DigestRound.delay(100)).isLessThan(Duration.ofDays(1));
        assertThat(house.desk().of(HERON).mail()).isEqualTo(Mail.CONFIRMED);
    }

    private AddressRow address(String address) {
        String veiled = house.keyring.veil(HERON.id());
        return new AddressRow(veiled, house.keyring.seal(address, veiled), "code", NOW);
    }

    @Test
    void an_address_that_its_server_refuses_gets_no_more_and_its_member_sees_that() {
        house.clock.pass(Duration.ofHours(1));
        house.store.keep(address("rcpt-550@there.example"));
        house.store.confirm(house.keyring.veil(HERON.id()), "code", house.clock.instant());
        house.known.news.put(HERON.id(), 3);
        round.turn();
        assertThat(house.desk().of(HERON).mail()).isEqualTo(Mail.REFUSED);
        pass(Duration.ofDays(2));
        assertThat(house.tally.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0));
    }

    @Test
    void while_the_relay_is_down_all_wait_and_then_all_come() throws Exception {
        house.desk().choose(STORK, hours(Rhythm.DAILY, 7, "Europe/Berlin"));
        house.subscribe(STORK, "stork@there.example");
        house.known.news.put(HERON.id(), 3);
        house.known.news.put(STORK.id(), 1);
        int mails = house.mailroom.count();
        int nobodyListens = 9;
        house.office = house.office(nobodyListens);
        house.clock.pass(Duration.ofHours(1));
        house.digests().turn();
        assertThat(house.tally.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 1));

        house.office = house.office(house.mailroom.port());
        house.clock.pass(Duration.ofMinutes(10));
        house.digests().turn();
        assertThat(house.mailroom.count()).isEqualTo(mails + 2);
        assertThat(house.tally.counts()).isEqualTo(new Counts(2, 1, 0, 0, 0, 0));
    }

    @Test
    void whoever_is_a_member_no_longer_gets_none_and_is_forgotten() {
        house.known.news.put(HERON.id(), 3);
        house.known.fallSilent(HERON);
        pass(Duration.ofHours(1));
        assertThat(house.desk().of(HERON).mail())
                .as("dormant, and may come back")
                .isEqualTo(Mail.CONFIRMED);
        house.known.ban(HERON);
        pass(Duration.ofDays(1));
        assertThat(house.desk().of(HERON).mail()).isEqualTo(Mail.NONE);
        assertThat(mails()).isZero();
    }

    @Test
    void an_operator_hears_what_the_relay_says() throws Exception {
        OperatorDesk desk = new OperatorDesk(house.office, house.tally);
        assertThat(desk.test("operator@there.example")).contains("250", "queued");
        assertThat(house.mailroom.last().getSubject()).isEqualTo("A test of Our Board");
        assertRefused("mail-not-taken", () -> desk.test("rcpt-550@there.example"))
                .hasMessageContaining("550");
        assertRefused("address-malformed", () -> desk.test("operator"));
        assertRefused("no-mail-here", () -> new OperatorDesk(
                        new PostOffice(null, house.clock, new SecureRandom()), house.tally)
                .test("operator@there.example"));
    }
}
