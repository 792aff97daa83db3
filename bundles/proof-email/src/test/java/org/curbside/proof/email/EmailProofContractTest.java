package org.curbside.proof.email;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;
import org.curbside.proof.email.MailServer.Security;
import org.curbside.proof.email.MailServer.Settings;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.testkit.PossessionProofContract;
import org.junit.jupiter.api.AfterAll;

class EmailProofContractTest extends PossessionProofContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    private static final int NOBODY_LISTENS = 9;
    private static final Mailroom MAILROOM = Mailroom.open();

    @AfterAll
    static void close() {
        MAILROOM.close();
    }

    @Override
    protected PossessionProof proof() {
        return at(MAILROOM.port());
    }

    @Override
    protected PossessionProof away() {
        return at(NOBODY_LISTENS);
    }

    private static PossessionProof at(int port) {
        try {
            Settings settings = new Settings("127.0.0.1", port, Security.NONE, "", "");
            MailServer server = new MailServer(settings, SSLContext.getDefault());
            return new EmailProof(server, "hospital.example", "desk@community.example", "Curbside", CLOCK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Attempt attempt() {
        Claim claim = new Claim("Ada", "Quackenbush", "2900000011", "", "");
        return new Attempt(claim, "ada.quackenbush@hospital.example", "23456789", "S".repeat(43));
    }
}
