package org.curbside.delivery.internal;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mails by the operator's relay, if one is configured and there is an address that mails can lead to. */
@Component(
        service = PostOffice.class,
        configurationPid = {"org.curbside.membership", "org.curbside.delivery"})
public final class PostOffice {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final Pattern NAME = Pattern.compile("[ -~&&[^<>\"&]]{1,60}");
    private static final Pattern ORIGIN = Pattern.compile("https://[A-Za-z0-9.:\\[\\]-]+|http://localhost(:\\d+)?");
    private static final int ID_BYTES = 16;

    private final @Nullable Sender sender;
    private final String problem;
    private final String contact;
    private final Clock clock;
    private final SecureRandom random;

    /** The settings in {@code etc/org.curbside.delivery.cfg}, and the origin in {@code etc/org.curbside.membership.cfg}. */
    public @interface Settings {

        /** The operator's own mail server; empty where no mail is sent. */
        String host() default "";

        /** Where it listens for those who hand mails in. */
        int port() default 587;

        /** How the conversation is kept from others: STARTTLS, TLS, or NONE on this machine. */
        String security() default "STARTTLS";

        /** Who hands them in; empty if the server asks nobody. */
        String user() default "";

        /** The setting {@code .password}; what begins with a dot is shown with no service. */
        String _password() default "";

        /** The address that mails come from. */
        String from() default "";

        /** What the community is called, in ASCII. */
        String name() default "Curbside";

        /** How browsers write the address of this instance, as the membership has it. */
        String origin() default "";
    }

    /** Where mails come from and what they lead to. */
    record Sender(Relay relay, MailAddress from, String name, String origin) {

        Sender {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("The setting 'name' has at most 60 letters and signs of ASCII.");
            }
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "Set 'origin' in etc/org.curbside.membership.cfg to the https address of"
                                + " this Curbside: mails have to lead somewhere.");
            }
        }

        /** Where whoever has that token ends what goes to an address. */
        String unsubscription(String token) {
            return origin + "/unsubscribe/" + token;
        }
    }

    /** Speaks with no server yet. What is configured wrongly is said in the log and to whoever tries it; everything else works. */
    @Activate
    public PostOffice(Settings settings) throws NoSuchAlgorithmException {
        this.clock = Clock.systemUTC();
        this.random = new SecureRandom();
        Sender configured = null;
        String wrong = "This Curbside sends no mail: no mail server is set in etc/org.curbside.delivery.cfg.";
        if (!settings.host().isBlank()) {
            try {
                configured = sender(settings);
                wrong = "";
            } catch (IllegalArgumentException e) {
                wrong = "This Curbside sends no mail. " + e.getMessage();
                LOG.warn(wrong);
            }
        }
        this.sender = configured;
        this.problem = wrong;
        this.contact = contact(configured, settings.origin().strip());
    }

    PostOffice(@Nullable Sender sender, Clock clock, SecureRandom random) {
        this.sender = sender;
        this.problem = "This Curbside sends no mail.";
        this.contact = contact(sender, "");
        this.clock = clock;
        this.random = random;
    }

    private static Sender sender(Settings settings) throws NoSuchAlgorithmException {
        return new Sender(
                new Relay(
                        settings.host().strip(),
                        settings.port(),
                        settings.security(),
                        settings.user(),
                        settings._password(),
                        SSLContext.getDefault()),
                MailAddress.read(settings.from().strip())
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "The setting 'from' is the address that mails come from, such as news@curbside.example.")),
                settings.name().strip(),
                settings.origin().strip());
    }

    /** What mails need; empty where none are sent. */
    Optional<Sender> sender() {
        return Optional.ofNullable(sender);
    }

    static String contact(@Nullable Sender sender, String origin) {
        if (sender != null) {
            return "mailto:" + sender.from();
        }
        return origin.startsWith("https://") && ORIGIN.matcher(origin).matches() ? origin : "";
    }

    /** Whom a push service asks about us (RFC 8292, section 2.1): where mails come from, else this Curbside; empty if neither is set. */
    String contact() {
        return contact;
    }

    /** Why none are sent, for an operator. */
    String problem() {
        return problem;
    }

    /** Sends one. */
    Relay.Reply send(Sender by, MailAddress to, Letter letter) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return by.relay()
                .deliver(
                        by.from(),
                        to,
                        letter.message(
                                by.from(), to, clock.instant(), HexFormat.of().formatHex(id)));
    }
}
