package org.curbside.proof.email;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.SMTPReply;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;

/** The operator's own mail server, which takes mails and brings them further; spoken with by SMTP (RFC 5321). */
final class MailServer {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration REPLY = Duration.ofSeconds(5);

    /** Less than the ten seconds that a proof has for its start. */
    private static final Duration WHOLE = Duration.ofSeconds(9);

    /** The operator's affair, and not the address's (RFC 4954). */
    private static final int SIGN_IN_FIRST = 530;

    private final Settings settings;
    private final SSLContext trusted;
    private final Duration reply;
    private final Duration whole;

    /**
     * Where it is and what is shown to it.
     *
     * @param user empty if it asks for none
     */
    record Settings(String host, int port, Security security, String user, String password) {

        Settings {
            if (host.isBlank()) {
                throw new IllegalArgumentException("The setting 'host' names the mail server.");
            }
            if (security == Security.NONE && !isHere(host)) {
                throw new IllegalArgumentException(
                        "The setting 'security' is NONE for a mail server on this machine only; use STARTTLS or TLS.");
            }
            if (security == Security.NONE && !user.isEmpty()) {
                throw new IllegalArgumentException("A password is not sent in the open; use STARTTLS or TLS.");
            }
        }

        private static boolean isHere(String host) {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }

    /** How the conversation is kept from others. */
    enum Security {
        /** It begins in the open and goes on by TLS, or not at all. */
        STARTTLS,
        /** It is by TLS from the first byte on. */
        TLS,
        /** In the open. */
        NONE;

        static Security read(String setting) {
            return Stream.of(values())
                    .filter(security -> security.name().equals(setting.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The setting 'security' is STARTTLS, TLS, or NONE for a mail server on this machine."));
        }
    }

    /**
     * Speaks with nobody yet.
     *
     * @param trusted says whose certificates are trusted
     */
    MailServer(Settings settings, SSLContext trusted) {
        this(settings, trusted, REPLY, WHOLE);
    }

    MailServer(Settings settings, SSLContext trusted, Duration reply, Duration whole) {
        this.settings = settings;
        this.trusted = trusted;
        this.reply = reply;
        this.whole = whole;
    }

    /**
     * Hands a mail over.
     *
     * @param message headers and text, of ASCII
     * @throws ProofRefused if it takes no mail for that address, now or ever
     * @throws ProofUnavailable if it takes none at present, or is not what it should be
     */
    void deliver(String from, Address to, String message) throws ProofRefused, ProofUnavailable {
        Line line = new Line();
        ScheduledExecutorService watch = new ScheduledThreadPoolExecutor(1, MailServer::thread);
        var unused = watch.schedule(line::cut, whole.toMillis(), TimeUnit.MILLISECONDS);
        AuthenticatingSMTPClient client = new AuthenticatingSMTPClient(settings.security() == Security.TLS, trusted);
        try {
            client.setSocketFactory(line);
            client.setEndpointCheckingEnabled(true);
            client.setConnectTimeout((int) CONNECT.toMillis());
            client.setDefaultTimeout((int) reply.toMillis());
            client.connect(settings.host(), settings.port());
            greet(client, from);
            send(client, from, to, message);
            client.logout();
        } catch (IOException | GeneralSecurityException e) {
            throw new ProofUnavailable("The mail server does not answer, or its certificate is not trusted: "
                    + e.getClass().getSimpleName() + ".");
        } finally {
            watch.shutdownNow();
            line.cut();
        }
    }

    private void greet(AuthenticatingSMTPClient client, String from)
            throws IOException, GeneralSecurityException, ProofUnavailable {
        String self = from.substring(from.indexOf('@') + 1);
        require(SMTPReply.isPositiveCompletion(client.getReplyCode()), "greeting", client);
        require(SMTPReply.isPositiveCompletion(client.ehlo(self)), "EHLO", client);
        if (settings.security() == Security.STARTTLS) {
            require(client.execTLS(), "STARTTLS", client);
            require(SMTPReply.isPositiveCompletion(client.ehlo(self)), "EHLO", client);
        }
        if (!settings.user().isEmpty()) {
            require(
                    client.auth(AuthenticatingSMTPClient.AUTH_METHOD.PLAIN, settings.user(), settings.password()),
                    "AUTH",
                    client);
        }
    }

    private static void send(AuthenticatingSMTPClient client, String from, Address to, String message)
            throws IOException, ProofRefused, ProofUnavailable {
        require(client.setSender(from), "MAIL", client);
        boolean taken = client.addRecipient("" + to);
        if (!taken && SMTPReply.isNegativePermanent(client.getReplyCode()) && client.getReplyCode() != SIGN_IN_FIRST) {
            throw new ProofRefused("The mail server takes no mail for this address. Check it, or choose another way.");
        }
        require(taken, "RCPT", client);
        Writer data = client.sendMessageData();
        require(data != null, "DATA", client);
        try (data) {
            data.write(message);
        }
        require(client.completePendingCommand(), "DATA", client);
    }

    private static void require(boolean good, String command, AuthenticatingSMTPClient client) throws ProofUnavailable {
        if (!good) {
            throw new ProofUnavailable(
                    "The mail server answered " + client.getReplyCode() + " to " + command + "; see its log.");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "proof by e-mail");
        thread.setDaemon(true);
        return thread;
    }

    /** The one connection, which can be cut while somebody waits for an answer. */
    private static final class Line extends SocketFactory {

        private final Socket socket = new Socket();

        void cut() {
            try {
                socket.close();
            } catch (IOException e) {
                // then it is cut already
            }
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }
    }
}
