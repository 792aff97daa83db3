package org.curbside.delivery.internal;

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
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.apache.commons.net.smtp.SMTPReply;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own mail server, which takes mails and brings them further; spoken with by SMTP (RFC 5321), one conversation for each mail.
 * It signs them (DKIM) and is what other servers see.
 */
final class Relay {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration REPLY = Duration.ofSeconds(5);

    /** A whole conversation takes no longer than so many of the slowest replies, even if a server sends a letter now and then. */
    private static final int SLOW_REPLIES = 4;

    /** The operator's affair, and not the address's (RFC 4954). */
    private static final int SIGN_IN_FIRST = 530;

    /** A policy of the relay's (RFC 3463, X.7), such as that it brings nothing further. */
    private static final Pattern POLICY = Pattern.compile("5\\d\\d[ -]5\\.7\\..*", Pattern.DOTALL);

    /** The address or its mailbox (RFC 3463, X.1 and X.2). */
    private static final Pattern ADDRESS = Pattern.compile("5\\d\\d[ -]5\\.[12]\\..*", Pattern.DOTALL);

    private final String host;
    private final int port;
    private final Security security;
    private final String user;
    private final String password;
    private final SSLContext trusted;
    private final Duration reply;
    private final Duration whole;

    /** How the conversation is kept from others. */
    enum Security {
        /** It begins in the open and goes on by TLS, or not at all. */
        STARTTLS,
        /** It is by TLS from the first byte on. */
        TLS,
        /** In the open, on this machine. */
        NONE
    }

    /** What became of a mail. */
    enum Outcome {
        /** The relay has it; or it has all of it and did not say so, and nothing goes out twice. */
        TAKEN,
        /** Not now, and not because of the relay. */
        LATER,
        /** The address takes none. */
        NEVER,
        /** The relay takes nothing from us at present, or is not what it should be. */
        AWAY
    }

    /**
     * What the relay said.
     *
     * @param words for an operator
     */
    record Reply(Outcome outcome, String words) {}

    /**
     * Speaks with nobody yet.
     *
     * @param user empty if it asks for none
     * @param trusted says whose certificates are trusted
     * @throws IllegalArgumentException in words for an operator, if the settings do not fit
     */
    Relay(String host, int port, String security, String user, String password, SSLContext trusted) {
        this(host, port, security(security), user, password, trusted, REPLY);
    }

    Relay(String host, int port, Security security, String user, String password, SSLContext trusted, Duration reply) {
        if (security == Security.NONE && (!isHere(host) || !user.isEmpty())) {
            throw new IllegalArgumentException(
                    "The setting 'security' is NONE for a mail server on this machine that asks for no password; use STARTTLS or"
                            + " TLS.");
        }
        this.host = host;
        this.port = port;
        this.security = security;
        this.user = user;
        this.password = password;
        this.trusted = trusted;
        this.reply = reply;
        this.whole = reply.multipliedBy(SLOW_REPLIES);
    }

    private static Security security(String setting) {
        try {
            return Security.valueOf(setting.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The setting 'security' is STARTTLS, TLS or NONE.", e);
        }
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Hands a mail over; its headers and text are of ASCII. */
    Reply deliver(MailAddress from, MailAddress to, String message) {
        Line client = new Line(security == Security.TLS, trusted);
        ScheduledExecutorService watch = new ScheduledThreadPoolExecutor(1, Relay::thread);
        var unused = watch.schedule(client::cut, whole.toMillis(), TimeUnit.MILLISECONDS);
        try {
            client.setEndpointCheckingEnabled(true);
            client.setConnectTimeout((int) CONNECT.toMillis());
            client.setDefaultTimeout((int) reply.toMillis());
            client.connect(host, port);
            greet(client, from.domain());
            address(client, "" + from, "" + to);
            return handOver(client, message);
        } catch (Answered answered) {
            return answered.reply();
        } catch (IOException | GeneralSecurityException e) {
            return new Reply(
                    Outcome.AWAY,
                    "The mail server does not answer, or its certificate is not trusted: "
                            + e.getClass().getSimpleName() + ".");
        } finally {
            watch.shutdownNow();
            client.cut();
        }
    }

    private void greet(AuthenticatingSMTPClient client, String self)
            throws IOException, GeneralSecurityException, Answered {
        require(SMTPReply.isPositiveCompletion(client.getReplyCode()), "the connection", client);
        require(SMTPReply.isPositiveCompletion(client.ehlo(self)), "EHLO", client);
        if (security == Security.STARTTLS) {
            require(client.execTLS(), "STARTTLS", client);
            require(SMTPReply.isPositiveCompletion(client.ehlo(self)), "EHLO", client);
        }
        if (!user.isEmpty()) {
            require(client.auth(AuthenticatingSMTPClient.AUTH_METHOD.PLAIN, user, password), "AUTH", client);
        }
    }

    private static void address(AuthenticatingSMTPClient client, String from, String to) throws IOException, Answered {
        require(client.setSender(from), "MAIL", client);
        if (!client.addRecipient(to)) {
            String said = client.getReplyString();
            boolean ours = client.getReplyCode() == SIGN_IN_FIRST
                    || POLICY.matcher(said).matches();
            boolean never = SMTPReply.isNegativePermanent(client.getReplyCode()) && !ours;
            throw new Answered(never ? Outcome.NEVER : Outcome.LATER, "RCPT", client);
        }
    }

    private static Reply handOver(AuthenticatingSMTPClient client, String message) throws IOException, Answered {
        Writer data = client.sendMessageData();
        if (data == null) {
            throw new Answered(Outcome.LATER, "DATA", client);
        }
        try (data) {
            data.write(message);
        }
        boolean taken;
        try {
            taken = client.completePendingCommand();
        } catch (IOException silent) {
            return new Reply(Outcome.TAKEN, "The mail server has it all, and did not say that it takes it.");
        }
        if (taken) {
            return new Reply(Outcome.TAKEN, said(client));
        }
        boolean never = ADDRESS.matcher(client.getReplyString()).matches();
        throw new Answered(never ? Outcome.NEVER : Outcome.LATER, "the mail", client);
    }

    private static void require(boolean good, String command, AuthenticatingSMTPClient client) throws Answered {
        if (!good) {
            throw new Answered(Outcome.AWAY, command, client);
        }
    }

    private static String said(AuthenticatingSMTPClient client) {
        return client.getReplyString().strip();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "curbside-relay");
        thread.setDaemon(true);
        return thread;
    }

    /** A conversation that can be cut while somebody waits for an answer, below whatever encrypts it. */
    private static final class Line extends AuthenticatingSMTPClient {

        private volatile @Nullable Socket below;

        Line(boolean implicit, SSLContext trusted) {
            super(implicit, trusted);
        }

        @Override
        protected void _connectAction_() throws IOException {
            below = _socket_;
            super._connectAction_();
        }

        void cut() {
            Socket socket = below;
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                // then it is cut already
            }
        }
    }

    /** The relay said no. */
    private static final class Answered extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Answered(Outcome outcome, String command, AuthenticatingSMTPClient client) {
            super(null, null, false, false);
            reply = new Reply(outcome, "The mail server answered to " + command + ": " + said(client));
        }

        Reply reply() {
            return reply;
        }
    }
}
