package org.curbside.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.delivery.internal.TestHouse.HERON;
import static org.curbside.delivery.internal.TestHouse.STORK;
import static org.curbside.delivery.internal.TestHouse.assertRefused;
import static org.curbside.delivery.internal.TestHouse.hours;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import org.curbside.api.delivery.Deliveries;
import org.curbside.api.delivery.Delivery.Mail;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.NewHours;
import org.curbside.api.delivery.Rhythm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberDeskTest {

    private static final String ADDRESS = "ada.quackenbush@hospital.example";
    private static final String ENDPOINT = "https://push.example.org/a/long-and-secret-path";

    private final TestHouse house = new TestHouse();
    private final MemberDesk desk = house.desk();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void until_a_member_chooses_nothing_goes_out() {
        assertThat(desk.of(HERON).mail()).isEqualTo(Mail.NONE);
        assertThat(desk.of(HERON).address()).isNull();
        assertThat(desk.of(HERON).hours()).isEqualTo(Hours.USUAL);
        assertThat(desk.of(HERON).browsers()).isZero();
    }

    @Test
    void a_code_shows_that_somebody_reads_what_goes_to_an_address() throws Exception {
        assertThat(desk.address(HERON, " " + ADDRESS + " ").mail()).isEqualTo(Mail.UNCONFIRMED);
        assertThat(house.mailroom.last().getSubject()).isEqualTo("Your code for Our Board");
        String code = house.code();
        assertRefused("code-wrong", () -> desk.confirm(HERON, code.equals("000000") ? "000001" : "000000"));
        assertRefused("no-code-awaited", () -> desk.confirm(STORK, code));

        assertThat(desk.confirm(HERON, code.substring(0, 3) + " " + code.substring(3))
                        .mail())
                .isEqualTo(Mail.CONFIRMED);
        assertThat(desk.of(HERON).address()).isEqualTo("a…@…example");
        assertRefused("no-code-awaited", () -> desk.confirm(HERON, code));
        assertThat(desk.of(STORK).mail()).isEqualTo(Mail.NONE);
    }

    @Test
    void whoever_did_not_ask_for_a_code_has_the_address_deleted_by_one_click() throws Exception {
        desk.address(HERON, ADDRESS);
        String link = house.mailroom.last().getHeader("List-Unsubscribe")[0];
        desk.unsubscribe(link.replaceAll(".*/|>", ""));
        assertThat(desk.of(HERON).mail()).isEqualTo(Mail.NONE);
    }

    @Test
    void five_wrong_codes_delete_the_address() throws Exception {
        desk.address(HERON, ADDRESS);
        for (int i = 0; i < 4; i++) {
            assertRefused("code-wrong", () -> desk.confirm(HERON, "wrong"));
        }
        assertRefused("code-used-up", () -> desk.confirm(HERON, null));
        String code = house.code();
        assertRefused("no-code-awaited", () -> desk.confirm(HERON, code));
        assertThat(desk.of(HERON).mail()).isEqualTo(Mail.NONE);
    }

    @Test
    void an_address_that_nobody_confirms_is_deleted_after_a_day() throws Exception {
        desk.address(HERON, ADDRESS);
        house.subscribe(STORK, "stork@hospital.example");
        house.clock.pass(Duration.ofHours(22));
        house.digests().tidy();
        assertThat(desk.of(HERON).mail()).isEqualTo(Mail.UNCONFIRMED);
        house.clock.pass(Duration.ofHours(2));
        house.digests().tidy();
        assertThat(desk.of(HERON).mail()).isEqualTo(Mail.NONE);
        assertThat(desk.of(STORK).mail()).isEqualTo(Mail.CONFIRMED);
    }

    @Test
    void another_address_takes_the_place_of_the_first_at_once() throws Exception {
        house.subscribe(HERON, ADDRESS);
        String before = house.everythingKept();
        desk.address(HERON, "ada@elsewhere.example");
        assertThat(desk.of(HERON).mail()).isEqualTo(Mail.UNCONFIRMED);
        assertThat(house.everythingKept()).isNotEqualTo(before);
        desk.confirm(HERON, house.code());
        assertThat(desk.forgetAddress(HERON).mail()).isEqualTo(Mail.NONE);
        assertThat(house.store.address(house.keyring.veil(HERON.id()))).isEmpty();
    }

    @Test
    void what_is_no_address_or_is_refused_is_not_kept() {
        assertRefused("address-malformed", () -> desk.address(HERON, null));
        assertRefused("address-malformed", () -> desk.address(HERON, ADDRESS + "\r\nBcc: x@there.example"));
        assertRefused("address-refused", () -> desk.address(HERON, "rcpt-550@hospital.example"));
        assertRefused("mail-away", () -> desk.address(HERON, "rcpt-450@hospital.example"));
        assertThat(desk.of(HERON).mail()).isEqualTo(Mail.NONE);
        house.office = new PostOffice(null, house.clock, new SecureRandom());
        assertThat(house.desk().of(HERON).mailOffered()).isFalse();
        assertRefused("no-mail-here", () -> house.desk().address(HERON, ADDRESS));
    }

    @Test
    void nobody_has_more_than_five_codes_sent_within_a_day() {
        for (int i = 0; i < 5; i++) {
            desk.address(HERON, "somebody" + i + "@there.example");
        }
        assertRefused("too-many-codes", () -> desk.address(HERON, ADDRESS));
        desk.address(STORK, ADDRESS);
        house.clock.pass(Duration.ofDays(1));
        assertThat(desk.address(HERON, ADDRESS).mail()).isEqualTo(Mail.UNCONFIRMED);
        assertThat(house.mailroom.count()).isEqualTo(7);
    }

    @Test
    void hours_are_chosen_whole_or_not_at_all() {
        NewHours chosen = new NewHours(Rhythm.WEEKLY, 18, "Europe/Berlin", 0, 0, LocalDate.of(2026, 5, 1));
        assertThat(desk.choose(HERON, chosen).hours())
                .isEqualTo(new Hours(Rhythm.WEEKLY, 18, "Europe/Berlin", 0, 0, LocalDate.of(2026, 5, 1)));
        assertRefused("rhythm-missing", () -> desk.choose(HERON, new NewHours(null, 1, "UTC", 1, 2, null)));
        assertRefused("zone-unknown", () -> desk.choose(HERON, hours(Rhythm.DAILY, 7, "Europe/Vaduz")));
        assertRefused("hour-unknown", () -> desk.choose(HERON, hours(Rhythm.DAILY, 24, "UTC")));
        assertRefused("hour-unknown", () -> desk.choose(HERON, new NewHours(Rhythm.DAILY, 7, "UTC", null, 7, null)));
        assertThat(desk.of(HERON).hours().rhythm()).isEqualTo(Rhythm.WEEKLY);
    }

    @Test
    void whoever_has_the_database_knows_no_address_and_no_member() throws Exception {
        house.subscribe(HERON, ADDRESS);
        desk.choose(HERON, hours(Rhythm.WEEKLY, 18, "Europe/Berlin"));
        desk.addBrowser(HERON, ENDPOINT);

        String kept = house.everythingKept();

        assertThat(kept)
                .contains(house.keyring.veil(HERON.id()))
                .doesNotContain("" + HERON.id())
                .doesNotContainIgnoringCase("heron", "quackenbush", "hospital", "push.example")
                .doesNotContain(house.code(), Files.readString(house.keyFile).strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(house.keyFile)))
                .isEqualTo("rw-------");
        assertThat(house.keyring.member(house.keyring.veil(HERON.id()))).contains(HERON.id());
    }

    @Test
    void another_key_opens_nothing() throws Exception {
        Path other = Files.createTempDirectory("delivery").resolve("other.key");
        Keyring stranger = new Keyring(other, new SecureRandom());
        assertThat(stranger.member(house.keyring.veil(HERON.id()))).isEmpty();
        assertThat(stranger.open(house.keyring.seal("text", "a"), "a")).isEmpty();
        assertThat(house.keyring.open(house.keyring.seal("text", "a"), "b"))
                .as("nothing is moved to another row")
                .isEmpty();
        assertThat(stranger.tokenOf(house.keyring.token(house.keyring.veil(HERON.id()), ADDRESS)))
                .isEmpty();
        Files.delete(other);
        Files.delete(other.getParent());
    }

    @Test
    void browsers_come_and_go() {
        assertThat(desk.addBrowser(HERON, ENDPOINT).browsers()).isEqualTo(1);
        assertThat(desk.addBrowser(HERON, ENDPOINT).browsers())
                .as("the same once more")
                .isEqualTo(1);
        desk.removeBrowser(STORK, ENDPOINT);
        assertThat(desk.of(HERON).browsers()).isEqualTo(1);
        assertThat(desk.addBrowser(STORK, ENDPOINT).browsers()).isEqualTo(1);
        assertThat(desk.of(HERON).browsers())
                .as("a browser in which somebody else signed in is theirs")
                .isZero();
        assertThat(desk.removeBrowser(STORK, ENDPOINT).browsers()).isZero();
        for (int i = 0; i < Deliveries.MOST_BROWSERS; i++) {
            desk.addBrowser(HERON, ENDPOINT + i);
        }
        assertRefused("too-many-browsers", () -> desk.addBrowser(HERON, ENDPOINT));
        assertThat(desk.removeBrowsers(HERON).browsers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://push.example.org/a",
                "https://push.example.org:8443/a",
                "https://user@push.example.org/a",
                "https://127.0.0.1/a",
                "https://[::1]/a",
                "https://localhost/a",
                "https://2130706433/a",
                "https://push.example.org/a#b",
                "file:///etc/passwd",
                "https:///a",
                "not an address"
            })
    void what_is_no_push_service_is_refused(String endpoint) {
        assertRefused("endpoint-unknown", () -> desk.addBrowser(HERON, endpoint));
    }

    @Test
    void everything_goes_when_the_member_wants_it_to() throws Exception {
        house.subscribe(HERON, ADDRESS);
        desk.choose(HERON, hours(Rhythm.WEEKLY, 18, "Europe/Berlin"));
        desk.addBrowser(HERON, ENDPOINT);
        desk.addBrowser(STORK, ENDPOINT + 2);
        desk.forget(HERON);
        assertThat(house.everythingKept())
                .doesNotContain(house.keyring.veil(HERON.id()))
                .contains(house.keyring.veil(STORK.id()));
    }

    @Test
    void whoever_is_banned_is_forgotten() throws Exception {
        house.subscribe(HERON, ADDRESS);
        desk.addBrowser(HERON, ENDPOINT);
        desk.addBrowser(STORK, ENDPOINT + 2);
        house.known.fallSilent(STORK);
        house.known.ban(HERON);
        house.digests().tidy();
        assertThat(house.everythingKept())
                .doesNotContain(house.keyring.veil(HERON.id()))
                .contains(house.keyring.veil(STORK.id()));
    }
}
