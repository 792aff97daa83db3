package org.curbside.proof.email;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofId;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * A code by e-mail to an address at an institution on the operator's list. That somebody works there proves nothing of whom
 * they claim to be; so the address has to be made of the claimed name, and the operator lists institutions only that give
 * addresses so, to those alone whose names they are.
 */
@Component(configurationPid = "org.curbside.proof.email", configurationPolicy = ConfigurationPolicy.REQUIRE)
@ProofId(id = "email")
public final class EmailProof implements PossessionProof {

    private static final Pattern NAME = Pattern.compile("[ -~]{1,60}");
    private static final int HALF = 4;

    private final MailServer server;
    private final Institutions institutions;
    private final Address from;
    private final String name;
    private final Clock clock;

    /** The settings in {@code etc/org.curbside.proof.email.cfg}. */
    public @interface Settings {

        /** The operator's own mail server. */
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

        /** The institutions' domains, separated by commas; {@code *.example.edu} stands for all below it. */
        String domains() default "";

        /** What the community is called, in ASCII. */
        String name() default "Curbside";
    }

    /** Speaks with no server yet. */
    @Activate
    public EmailProof(Settings settings) throws NoSuchAlgorithmException {
        this(
                new MailServer(
                        new MailServer.Settings(
                                settings.host().strip(),
                                settings.port(),
                                MailServer.Security.read(settings.security()),
                                settings.user(),
                                settings._password()),
                        SSLContext.getDefault()),
                settings.domains(),
                settings.from(),
                settings.name(),
                Clock.systemUTC());
    }

    EmailProof(MailServer server, String domains, String from, String name, Clock clock) {
        this.server = server;
        this.institutions = Institutions.read(domains);
        this.from = Address.read(from.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The setting 'from' is the address that mails come from, such as desk@community.example."));
        this.name = name.strip();
        if (!NAME.matcher(this.name).matches()) {
            throw new IllegalArgumentException("The setting 'name' has at most 60 letters and signs of ASCII.");
        }
        this.clock = clock;
    }

    @Override
    public ProofOffer offer() {
        return new ProofOffer(
                "An e-mail to your hospital or university",
                "A code goes to your address there. Whoever runs their mail can see that you asked for it; they do not"
                        + " learn your pseudonym.",
                "E-mail address",
                "With your name before the sign, at " + institutions.told() + ".");
    }

    @Override
    public Optional<URI> start(Attempt attempt) throws ProofRefused, ProofUnavailable {
        Address to = Address.read(attempt.typed())
                .orElseThrow(() -> new ProofRefused("This is no e-mail address. Check it."));
        if (!institutions.has(to.domain())) {
            throw new ProofRefused("This is no address of an institution on our list. Choose another way.");
        }
        Claim claim = attempt.claim();
        if (!NameInAddress.fits(to.local(), claim.givenName(), claim.familyName())) {
            throw new ProofRefused("This address is not made of your name, so it cannot show that it is yours. Choose"
                    + " another way.");
        }
        server.deliver("" + from, to, message(to, attempt));
        return Optional.empty();
    }

    private String message(Address to, Attempt attempt) {
        String code = attempt.code().substring(0, HALF) + "-" + attempt.code().substring(HALF);
        return String.join(
                "\r\n",
                "From: " + from,
                "To: " + to,
                "Subject: Your code for " + name,
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)),
                "Message-ID: <" + digest(attempt.secret()) + "@" + from.domain() + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=us-ascii",
                "Content-Transfer-Encoding: 7bit",
                "",
                "Somebody who says that they are a physician of your name has asked",
                name,
                "to send a code to this address:",
                "",
                "    " + code,
                "",
                "If that was you, type it on the page of your verification. It is taken",
                "for a week.",
                "",
                "If it was not, do nothing: without this code nobody gets any further",
                "in your name by this address. Nobody will ever ask you for it.",
                "");
    }

    /** The same for the same attempt, and for no other. */
    private static String digest(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("message|" + secret).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
