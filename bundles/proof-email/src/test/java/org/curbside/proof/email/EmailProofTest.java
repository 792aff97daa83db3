package org.curbside.proof.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.curbside.proof.email.MailServer.Security;
import org.curbside.proof.email.MailServer.Settings;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations with a real mail server, and with things that are none. */
class EmailProofTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String TO = "j.doe@hospital.example";

    private static Certificate own;
    private static Certificate anothers;

    @BeforeAll
    static void certify() throws Exception {
        own = Certificate.of("ip:127.0.0.1");
        anothers = Certificate.of("dns:mail.elsewhere.example");
    }

    @Test
    void a_mail_with_the_code_arrives_as_it_was_written() throws Exception {
        try (Mailroom mailroom = Mailroom.guarded(own.shown())) {
            start(guarded(mailroom, Mailroom.PASSWORD), TO);

            assertThat(mailroom.taken()).hasSize(1);
            Mailroom.Mail mail = mailroom.taken().get(0);
            assertThat(mail.from()).isEqualTo("desk@community.example");
            assertThat(mail.to()).isEqualTo(TO);
            MimeMessage read = read(mail);
            assertThat(read.getSubject()).isEqualTo("Your code for Our Board");
            assertThat(read.getFrom()[0]).hasToString("desk@community.example");
            assertThat(read.getRecipients(Message.RecipientType.TO)).hasSize(1);
            assertThat(read.getSentDate()).isEqualTo(NOW);
            assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(read.getMessageID()).matches("<[0-9a-f]{32}@community.example>");
            assertThat((String) read.getContent())
                    .contains("    2345-6789\r\n", "If it was not, do nothing")
                    .doesNotContain("Doe", "2900000011");
        }
    }

    private static MimeMessage read(Mailroom.Mail mail) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.content().getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void a_server_that_speaks_tls_at_once_is_spoken_with() throws Exception {
        try (Mailroom mailroom = Mailroom.sealed(own.shown())) {
            start(proof(new Settings("127.0.0.1", mailroom.port(), Security.TLS, "", ""), own), TO);
            assertThat(mailroom.taken()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "j.doe@gmail.example",
                "j.doe@mail.hospital.example",
                "k.doe@hospital.example",
                "info@hospital.example",
                "j.doe@hospital.example\r\nBcc: x@elsewhere.example",
                "j.doe@hospital.example\r\nDATA"
            })
    void what_is_no_address_of_the_claimants_there_is_refused_and_nothing_is_sent(String typed) {
        try (Mailroom mailroom = Mailroom.open()) {
            assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> start(open(mailroom), typed));
            assertThat(mailroom.taken()).isEmpty();
        }
    }

    @Test
    void an_address_that_the_server_does_not_know_is_refused() {
        try (Mailroom mailroom = Mailroom.open()) {
            assertThatExceptionOfType(ProofRefused.class)
                    .isThrownBy(() -> open(mailroom)
                            .start(new Attempt(
                                    new Claim("Jo", "Gone", "2900000011", "", ""),
                                    "j.gone@hospital.example",
                                    "23456789",
                                    "S".repeat(43))))
                    .withMessageContaining("takes no mail for this address");
        }
    }

    @Test
    void a_wrong_password_is_the_operators_to_know() throws Exception {
        try (Mailroom mailroom = Mailroom.guarded(own.shown())) {
            assertUnavailable(guarded(mailroom, "another"), "answered 535 to AUTH");
            assertThat(mailroom.taken()).isEmpty();
        }
    }

    @Test
    void nothing_is_said_to_a_server_that_cannot_show_who_it_is() throws Exception {
        try (Mailroom mailroom = Mailroom.guarded(own.shown())) {
            Settings settings = guardedSettings(mailroom, Mailroom.PASSWORD);
            assertUnavailable(proof(settings, anothers), "its certificate is not trusted");
        }
        try (Mailroom mailroom = Mailroom.guarded(anothers.shown())) {
            assertUnavailable(
                    proof(guardedSettings(mailroom, Mailroom.PASSWORD), anothers), "its certificate is not trusted");
        }
        try (Mailroom mailroom = Mailroom.open()) {
            assertUnavailable(guarded(mailroom, Mailroom.PASSWORD), "to STARTTLS");
            assertThat(mailroom.taken()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "421 Not now\r\n", "220 mail\r\n421 Not now\r\n", "nonsense\r\n"})
    void whatever_does_not_speak_as_a_mail_server_is_left_in_time(String said) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> dribble(socket, said));
            server.setDaemon(true);
            server.start();
            Settings settings = new Settings("127.0.0.1", socket.getLocalPort(), Security.NONE, "", "");
            MailServer hasty =
                    new MailServer(settings, own.trusted(), Duration.ofMillis(400), Duration.ofMillis(1_500));
            long began = System.nanoTime();
            assertUnavailable(proof(hasty, "desk@community.example", "Our Board"), "The mail server");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
    }

    /** Says that, and if it is not a line, the same again and again. */
    private static void dribble(ServerSocket server, String said) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            do {
                out.write(said.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(200);
            } while (!said.endsWith("\n"));
            Thread.sleep(10_000);
        } catch (IOException | InterruptedException e) {
            // the client has had enough
        }
    }

    @Test
    void what_is_configured_wrongly_says_so() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(" ", 587, Security.TLS, "", ""))
                .withMessageContaining("'host'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings("192.0.2.1", 25, Security.NONE, "", ""))
                .withMessageContaining("on this machine only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings("127.0.0.1", 25, Security.NONE, "desk", "secret"))
                .withMessageContaining("in the open");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Security.read("ssl"))
                .withMessageContaining("STARTTLS");
        Settings settings = new Settings("127.0.0.1", 25, Security.NONE, "", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proof(settings, own, "desk@community.example\r\nX: y", "Our Board"))
                .withMessageContaining("'from'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proof(settings, own, "desk@community.example", "Our\r\nBoard"))
                .withMessageContaining("'name'");
    }

    private static void assertUnavailable(EmailProof proof, String words) {
        assertThatExceptionOfType(ProofUnavailable.class)
                .isThrownBy(() -> start(proof, TO))
                .withMessageContaining(words);
    }

    private static void start(EmailProof proof, String typed) throws ProofRefused, ProofUnavailable {
        Claim claim = new Claim("Jane", "Doe", "2900000011", "", "");
        assertThat(proof.start(new Attempt(claim, typed, "23456789", "S".repeat(43))))
                .isEmpty();
    }

    private static EmailProof guarded(Mailroom mailroom, String password) throws Exception {
        return proof(guardedSettings(mailroom, password), own);
    }

    private static Settings guardedSettings(Mailroom mailroom, String password) {
        return new Settings("127.0.0.1", mailroom.port(), Security.STARTTLS, Mailroom.USER, password);
    }

    private static EmailProof open(Mailroom mailroom) throws GeneralSecurityException, IOException {
        return proof(new Settings("127.0.0.1", mailroom.port(), Security.NONE, "", ""), own);
    }

    private static EmailProof proof(Settings settings, Certificate trusted)
            throws GeneralSecurityException, IOException {
        return proof(settings, trusted, "desk@community.example", "Our Board");
    }

    private static EmailProof proof(Settings settings, Certificate trusted, String from, String name)
            throws GeneralSecurityException, IOException {
        return proof(new MailServer(settings, trusted.trusted()), from, name);
    }

    private static EmailProof proof(MailServer server, String from, String name) {
        return new EmailProof(server, "hospital.example", from, name, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
