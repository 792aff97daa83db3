package org.curbside.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations with a real mail server, and with things that are none. */
class RelayTest {

    private static final Duration HASTE = Duration.ofMillis(700);

    private static MailAddress address(String address) {
        return MailAddress.read(address).orElseThrow();
    }

    private static Relay open(int port) throws Exception {
        return new Relay("127.0.0.1", port, Relay.Security.NONE, "", "", SSLContext.getDefault(), HASTE);
    }

    private static Relay.Reply send(Relay relay, String from, String to) {
        Letter letter = Letter.test("Our Board", "https://curbside.example");
        return relay.deliver(
                address(from), address(to), letter.message(address(from), address(to), Instant.EPOCH, "id"));
    }

    @ParameterizedTest
    @CsvSource({
        "rcpt-450@there.example, LATER",
        "rcpt-550@there.example, NEVER",
        "rcpt-530@there.example, LATER",
        "rcpt-550-policy@there.example, LATER",
        "data-451@there.example, LATER",
        "data-554@there.example, LATER",
        "data-550-mailbox@there.example, NEVER",
        "jane@there.example, TAKEN"
    })
    void what_the_server_says_of_an_address_is_told_apart(String to, Relay.Outcome outcome) throws Exception {
        try (Mailroom mailroom = Mailroom.open()) {
            Relay.Reply reply = send(open(mailroom.port()), "news@curbside.example", to);
            assertThat(reply.outcome()).as(reply.words()).isEqualTo(outcome);
            assertThat(mailroom.count()).isEqualTo(outcome == Relay.Outcome.TAKEN ? 1 : 0);
        }
    }

    @Test
    void a_server_that_takes_nothing_from_us_is_away() throws Exception {
        try (Mailroom mailroom = Mailroom.open()) {
            assertThat(send(open(mailroom.port()), "mail-550@curbside.example", "jane@there.example")
                            .outcome())
                    .isEqualTo(Relay.Outcome.AWAY);
        }
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(send(open(silent.getLocalPort()), "news@curbside.example", "jane@there.example"))
                    .isEqualTo(
                            new Relay.Reply(
                                    Relay.Outcome.AWAY,
                                    "The mail server does not answer, or its certificate is not trusted: SocketTimeoutException."));
        }
        int nobodyListens = 9;
        assertThat(send(open(nobodyListens), "news@curbside.example", "jane@there.example")
                        .outcome())
                .isEqualTo(Relay.Outcome.AWAY);
    }

    @Test
    void a_server_that_goes_on_for_ever_is_left_in_time() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread dribbling = new Thread(() -> dribble(server));
            dribbling.setDaemon(true);
            dribbling.start();
            long began = System.nanoTime();
            assertThat(send(open(server.getLocalPort()), "news@curbside.example", "jane@there.example")
                            .outcome())
                    .isEqualTo(Relay.Outcome.AWAY);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(HASTE.multipliedBy(8));
        }
    }

    /** Begins to say 220, and says so until the other has had enough. */
    private static void dribble(ServerSocket server) {
        try (Socket socket = server.accept()) {
            while (true) {
                socket.getOutputStream().write('2');
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            // the other has had enough
        }
    }

    @Test
    void by_starttls_and_with_the_password_or_not_at_all() throws Exception {
        KeyStore own = certificate();
        try (Mailroom mailroom = Mailroom.guarded(shown(own))) {
            Relay guarded = guarded(mailroom, Mailroom.PASSWORD, trusting(own));
            assertThat(send(guarded, "news@curbside.example", "jane@there.example")
                            .outcome())
                    .isEqualTo(Relay.Outcome.TAKEN);
            assertThat(mailroom.count()).isEqualTo(1);
            for (Relay wrong : List.of(
                    guarded(mailroom, "another", trusting(own)),
                    guarded(mailroom, Mailroom.PASSWORD, SSLContext.getDefault()))) {
                assertThat(send(wrong, "news@curbside.example", "jane@there.example")
                                .outcome())
                        .isEqualTo(Relay.Outcome.AWAY);
            }
            assertThat(mailroom.count()).isEqualTo(1);
        }
        try (Mailroom open = Mailroom.open()) {
            assertThat(send(guarded(open, Mailroom.PASSWORD, trusting(own)), "news@curbside.example", "j@there.example")
                            .words())
                    .contains("STARTTLS");
            assertThat(open.count()).isZero();
        }
    }

    private static Relay guarded(Mailroom mailroom, String password, SSLContext trusted) {
        return new Relay("127.0.0.1", mailroom.port(), Relay.Security.STARTTLS, "news", password, trusted, HASTE);
    }

    private static final char[] NOTHING_SECRET = "nothing secret".toCharArray();

    private static KeyStore certificate() throws Exception {
        Path file = Files.createTempDirectory("relay").resolve("server.p12");
        String command = Path.of(System.getProperty("java.home"), "bin", "keytool")
                + "|-genkeypair|-alias|server|-keyalg|EC|-groupname|secp256r1|-dname|CN=mail|-ext|san=ip:127.0.0.1"
                + "|-storetype|PKCS12|-storepass|nothing secret|-keystore|" + file;
        assertThat(new ProcessBuilder(command.split("\\|", -1))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, NOTHING_SECRET);
        }
        Files.delete(file);
        Files.delete(file.resolveSibling(""));
        return store;
    }

    private static SSLContext shown(KeyStore own) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NOTHING_SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(KeyStore own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void what_is_configured_wrongly_says_so() throws Exception {
        SSLContext trusted = SSLContext.getDefault();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Relay("192.0.2.1", 25, "NONE", "", "", trusted))
                .withMessageContaining("on this machine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Relay("127.0.0.1", 25, "NONE", "news", "secret", trusted))
                .withMessageContaining("no password");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Relay("127.0.0.1", 25, "ssl", "", "", trusted))
                .withMessageContaining("STARTTLS");
        Relay relay = open(25);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PostOffice.Sender(relay, address("a@b.example"), "Our\r\nBoard", "https://b.example"))
                .withMessageContaining("'name'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostOffice.Sender(relay, address("a@b.example"), "Our Board", "http://b.example"))
                .withMessageContaining("'origin'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@b",
                "a..b@b.example",
                "a b@b.example",
                "<a@b.example>",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example,c@d.example",
                "a@[127.0.0.1]",
                "a@-b.example",
                "\u00fc@b.example"
            })
    void what_could_end_a_command_is_no_address(String typed) {
        assertThat(MailAddress.read(typed)).isEmpty();
    }

    @Test
    void an_address_is_shown_so_that_only_its_owner_knows_it() {
        assertThat(address("jane.doe+x@Mail.Hospital.Example").hint()).isEqualTo("j…@…example");
    }
}
