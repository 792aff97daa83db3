package org.curbside.delivery.internal;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on this machine that somebody else wrote. Addresses tell it how to misbehave: {@code rcpt-450@...} is answered 450 when it is
 * named, {@code data-554@...} when the mail is there.
 */
final class Mailroom implements AutoCloseable {

    static final String PASSWORD = "a password of the test";

    private final List<byte[]> taken = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private Mailroom(UnaryOperator<SMTPServer.Builder> how) {
        server = how.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(context -> new Taker()))
                .build();
        server.start();
    }

    /** Takes mails from everyone, in the open. */
    static Mailroom open() {
        return new Mailroom(builder -> builder);
    }

    /** Takes mails by STARTTLS, from those who have the password. */
    static Mailroom guarded(SSLContext shown) {
        return new Mailroom(builder -> builder.enableTLS()
                .requireTLS()
                .startTlsSocketFactory(shown)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                })));
    }

    int port() {
        return server.getPortAllocated();
    }

    /** The mails, as somebody else's library reads them. */
    List<MimeMessage> taken() throws Exception {
        List<MimeMessage> read = new CopyOnWriteArrayList<>();
        for (byte[] mail : taken) {
            read.add(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        }
        return read;
    }

    MimeMessage last() throws Exception {
        return taken().get(taken.size() - 1);
    }

    int count() {
        return taken.size();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Taker implements MessageHandler {

        private String to = "";

        @Override
        public void from(String from) throws RejectException {
            misbehave(from, "mail");
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            to = recipient;
            misbehave(recipient, "rcpt");
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] mail = data.readAllBytes();
            misbehave(to, "data");
            taken.add(mail);
            return "Ok: queued";
        }

        private static void misbehave(String address, String at) throws RejectException {
            if (address.matches(at + "-\\d+.*")) {
                int code = Integer.parseInt(address.substring(5, 8));
                String more = address.contains("policy") ? "5.7.1 " : address.contains("mailbox") ? "5.1.1 " : "";
                throw new RejectException(code, more + "as told");
            }
        }

        @Override
        public void done() {
            // nothing is kept
        }
    }
}
