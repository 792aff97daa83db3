package org.curbside.proof.email;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine that somebody else wrote, and what it has taken. */
final class Mailroom implements AutoCloseable {

    static final String USER = "desk";
    static final String PASSWORD = "a password of the test";

    private final List<Mail> taken = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    /** A mail as it came: who handed it in for whom, and every byte of it. */
    record Mail(String from, String to, String content) {}

    private Mailroom(SMTPServer.Builder builder) {
        server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .simpleMessageListener(new Taker())
                .build();
        server.start();
    }

    /** Takes mails from everyone, in the open. */
    static Mailroom open() {
        return new Mailroom(SMTPServer.port(0));
    }

    /** Takes mails by STARTTLS, from those who have the password. */
    static Mailroom guarded(SSLContext shown) {
        return new Mailroom(SMTPServer.port(0)
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(shown)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                })));
    }

    /** Speaks TLS from the first byte on. */
    static Mailroom sealed(SSLContext shown) {
        return new Mailroom(SMTPServer.port(0).serverSocketFactory(shown));
    }

    int port() {
        return server.getPortAllocated();
    }

    List<Mail> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Taker implements SimpleMessageListener {

        @Override
        public boolean accept(String from, String to) {
            return !to.startsWith("j.gone");
        }

        @Override
        public void deliver(String from, String to, InputStream data) throws IOException {
            taken.add(new Mail(from, to, new String(data.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
    }
}
