package org.curbside.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.delivery.internal.TestHouse.HERON;
import static org.curbside.delivery.internal.TestHouse.STORK;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.curbside.api.delivery.Hours;
import org.curbside.api.delivery.MailOffice.Counts;
import org.curbside.api.delivery.NewHours;
import org.curbside.api.delivery.Rhythm;
import org.curbside.api.membership.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pushes to a push service on this machine, which judges them as the standard says. */
class PushRoundTest {

    private final TestHouse house = new TestHouse();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private PushService service;
    private PushRound round;

    private record Asked(String method, String path, Map<String, List<String>> headers, int length) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** Five past ten in the morning in Berlin, so that nobody is left alone. */
    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        service = new PushService(
                house.pushKeys, "mailto:news@curbside.example", uri -> true, Duration.ofMillis(800), house.clock);
        round = new PushRound(
                house.store, house.keyring, service, house.tally, house.known, house.clock, Runnable::run, () -> {});
        house.clock.pass(Duration.ofHours(4));
    }

    @AfterEach
    void close() {
        service.close();
        server.stop(0);
        house.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    path,
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes().length));
            int status = Integer.parseInt(path.substring(1, 4));
            if (status == 429) {
                exchange.getResponseHeaders().set("Retry-After", "18000");
            }
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/201");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void browser(Member member, String path) {
        house.desk(typed -> Optional.of(URI.create(typed)))
                .addBrowser(member, "http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private int browsers() {
        return house.desk().of(HERON).browsers();
    }

    @Test
    void a_push_has_no_body_and_says_who_sends_it() throws Exception {
        browser(HERON, "/201/a");
        round.ring(List.of(HERON.id(), STORK.id()));
        assertThat(asked).hasSize(1);
        Asked push = asked.get(0);
        assertThat(push.method()).isEqualTo("POST");
        assertThat(push.length()).isZero();
        assertThat(push.header("Ttl")).isEqualTo("14400");
        assertThat(push.header("Urgency")).isEqualTo("normal");
        assertThat(push.header("Topic")).isEqualTo("inbox");
        String[] jwt = push.header("Authorization")
                .replaceAll("vapid t=(\\S+), k=.*", "$1")
                .split("\\.", -1);
        assertThat(push.header("Authorization"))
                .endsWith(", k=" + house.desk().of(HERON).pushKey());
        assertThat(text(jwt[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        long over = house.clock.instant().plus(Duration.ofHours(12)).getEpochSecond();
        assertThat(text(jwt[1]))
                .isEqualTo("{\"aud\":\"https://127.0.0.1:" + server.getAddress().getPort() + "\",\"exp\":" + over
                        + ",\"sub\":\"mailto:news@curbside.example\"}");
        assertThat(isSignedBy(house.desk().of(HERON).pushKey(), jwt)).isTrue();
    }

    @Test
    void a_push_service_can_ask_where_mails_come_from_or_else_here() {
        assertThat(house.office.contact()).isEqualTo("mailto:news@curbside.example");
        assertThat(PostOffice.contact(null, "https://curbside.example")).isEqualTo("https://curbside.example");
        assertThat(PostOffice.contact(null, "http://localhost:8181")).isEmpty();
        assertThat(PostOffice.contact(null, "")).isEmpty();
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** By the key as browsers have it. */
    private static boolean isSignedBy(String publicKey, String... jwt) throws Exception {
        byte[] point = Base64.getUrlDecoder().decode(publicKey);
        assertThat(point).hasSize(65).startsWith(4);
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(w, curve.getParameterSpec(ECParameterSpec.class))));
        signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(jwt[2]));
    }

    @Test
    void the_keys_are_the_same_after_a_restart_and_others_when_theirs_cannot_be_opened() throws Exception {
        String key = house.pushKeys.publicKey();
        assertThat(new PushKeys(house.store, house.keyring, new SecureRandom()).publicKey())
                .isEqualTo(key);
        Keyring other = new Keyring(house.keyFile.resolveSibling("other.key"), new SecureRandom());
        Files.delete(house.keyFile.resolveSibling("other.key"));
        assertThat(new PushKeys(house.store, other, new SecureRandom()).publicKey())
                .isNotEqualTo(key);
    }

    @Test
    void at_most_once_an_hour() {
        browser(HERON, "/201/a");
        browser(HERON, "/201/b");
        round.ring(List.of(HERON.id()));
        round.ring(List.of(HERON.id()));
        house.clock.pass(Duration.ofMinutes(60));
        round.ring(List.of(HERON.id()));
        assertThat(asked).hasSize(2);
        house.clock.pass(Duration.ofMinutes(60));
        round.ring(List.of(HERON.id()));
        assertThat(asked).hasSize(4);
        assertThat(house.tally.counts()).isEqualTo(new Counts(0, 0, 0, 4, 0, 0));
    }

    @Test
    void nobody_is_told_who_looks_already_or_is_left_alone_or_is_no_member() {
        browser(HERON, "/201/a");
        house.known.here.add(HERON.id());
        round.ring(List.of(HERON.id()));
        house.known.here.clear();
        house.clock.pass(Duration.ofHours(14));
        round.ring(List.of(HERON.id()));
        house.desk().choose(HERON, new NewHours(Rhythm.DAILY, 7, "UTC", 0, 0, LocalDate.of(2026, 3, 6)));
        round.ring(List.of(HERON.id()));
        house.clock.pass(Duration.ofDays(2));
        house.known.fallSilent(HERON);
        round.ring(List.of(HERON.id()));
        house.known.ban(HERON);
        round.ring(List.of(HERON.id()));
        round.ring(List.of());
        assertThat(asked).isEmpty();
        house.known.members.put(HERON.id(), HERON);
        round.ring(List.of(HERON.id()));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"404, 0", "410, 0", "429, 1", "500, 1", "403, 1", "302, 1"})
    void what_is_gone_is_forgotten_and_all_else_is_left_alone_for_a_while(int status, int left) {
        browser(HERON, "/" + status + "/a");
        round.ring(List.of(HERON.id()));
        assertThat(browsers()).isEqualTo(left);
        assertThat(asked).as("and nobody is followed elsewhere").hasSize(1);
        house.clock.pass(Duration.ofHours(2));
        round.ring(List.of(HERON.id()));
        assertThat(asked).as("one that asked for five hours has them").hasSize(left == 0 || status == 429 ? 1 : 2);
    }

    @Test
    void one_that_always_fails_is_forgotten_in_the_end_and_holds_up_nobody() throws Exception {
        int nobodyListens = 9;
        house.desk(typed -> Optional.of(URI.create(typed)))
                .addBrowser(HERON, "http://127.0.0.1:" + nobodyListens + "/");
        for (int i = 0; i < 8; i++) {
            round.ring(List.of(HERON.id()));
            assertThat(browsers()).isEqualTo(1);
            house.clock.pass(Duration.ofHours((1L << i) + 1));
            while (Schedule.quietUntil(Hours.USUAL, house.clock.instant()).isPresent()) {
                house.clock.pass(Duration.ofHours(1));
            }
        }
        round.ring(List.of(HERON.id()));
        assertThat(browsers()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2a00:1450::1, true",
        "10.0.0.1, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "127.0.0.1, false",
        "0.0.0.0, false",
        "0.1.2.3, false",
        "192.0.0.8, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::ffff:10.0.0.1, false",
        "fc00::1, false",
        "fd12::1, false",
        "fe80::1, false",
        "64:ff9b::a00:1, false",
        "2002:a00:1::1, false",
        "2001:0:1::1, false",
        "ff02::1, false"
    })
    void no_private_network_is_asked(String address, boolean isPublic) throws Exception {
        assertThat(Endpoint.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    @Test
    void a_name_of_a_private_address_is_not_asked_either() {
        browser(HERON, "/201/a");
        PushService careful =
                new PushService(house.pushKeys, "", Endpoint::isPublic, Duration.ofSeconds(1), house.clock);
        assertThat(careful.push(URI.create("https://localhost/a")).join()).isEqualTo(PushService.Answer.NONE);
        assertThat(careful.push(URI.create("https://nowhere.invalid/a")).join()).isEqualTo(PushService.Answer.NONE);
        careful.close();
    }
}
