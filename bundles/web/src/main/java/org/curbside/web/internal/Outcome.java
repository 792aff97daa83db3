package org.curbside.web.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.curbside.api.guard.Plan;
import org.curbside.api.refusal.Refusal;

/** What a job came to. */
sealed interface Outcome {

    /** A plan, which can be carried out. */
    record Planned(Plan plan, Path jar) implements Outcome {

        /** What is installed is what the operator has seen. */
        void refuseIfItChanged() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                if (!HexFormat.of().formatHex(digest).equals(plan.verdict().sha256())) {
                    throw Refusal.conflict(
                            "file-changed", "The file has changed since it was checked. Check it again.");
                }
            } catch (IOException e) {
                throw Refusal.conflict("file-gone", "The file is not kept any longer. Check it again.");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** It was done. */
    record Done(String sentence) implements Outcome {}

    /** It was not done; the sentence says why. */
    record NotDone(String sentence) implements Outcome {}
}
