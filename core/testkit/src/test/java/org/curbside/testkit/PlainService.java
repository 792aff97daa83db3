package org.curbside.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;

/** Right: asks {@link PlainBoard}. It is in more of a hurry than it has to be. Faults are planted in its children. */
@RegistryId(id = "plain")
class PlainService implements LicenseRegistry {

    private static final int MILLIS = 500;
    private static final int LONGEST = 1_000;

    private String url = "";

    PlainService at(String base) {
        url = base;
        return this;
    }

    @Override
    public boolean covers(Claim claim) {
        return claim.licenceNumber().matches("[0-9]{1,10}");
    }

    @Override
    public Finding find(Claim claim) throws RegistryUnavailable {
        String[] said = ask(claim).split("\\|", -1);
        if (said.length != 3) {
            return unreadable();
        }
        if (said[0].equals("unknown")) {
            return finding(absent(), "no such number");
        }
        return finding(isOf(claim, said[0], said[1]) ? judge(said[2]) : another(), said[2]);
    }

    Finding unreadable() throws RegistryUnavailable {
        throw new RegistryUnavailable("The board says something that is no answer.");
    }

    Finding finding(Judgement judgement, String evidence) {
        return new Finding(judgement, evidence, LocalDate.EPOCH, Optional.empty(), List.of());
    }

    Judgement absent() {
        return new Judgement(Verdict.INACTIVE, "The board does not know the number.");
    }

    Judgement another() {
        return new Judgement(Verdict.INDETERMINATE, "The board has the number under another name.");
    }

    boolean isOf(Claim claim, String given, String family) {
        return claim.givenName().equals(given) && claim.familyName().equals(family);
    }

    Judgement judge(String status) {
        return status.equals("Licensed")
                ? new Judgement(Verdict.ACTIVE, "The board says that the licence is good.")
                : new Judgement(Verdict.INDETERMINATE, "The board says something that a person has to read.");
    }

    String ask(Claim claim) throws RegistryUnavailable {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + "/licences?number=" + claim.licenceNumber())
                            .toURL()
                            .openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            int status = connection.getResponseCode();
            if (status != 200 && status != 404) {
                throw new RegistryUnavailable("The board has failed.");
            }
            try (InputStream in = status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
                return read(in);
            }
        } catch (IOException e) {
            throw new RegistryUnavailable("The board does not answer.");
        }
    }

    private static String read(InputStream in) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMillis(MILLIS).toNanos();
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            taken.write(next);
            if (taken.size() > LONGEST || System.nanoTime() - deadline > 0) {
                throw new IOException("The answer has no end.");
            }
        }
        return taken.toString(StandardCharsets.UTF_8);
    }
}
