package org.curbside.testkit;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofId;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;

/** Right: a porter brings the code to a room, and brings back whoever is asked for. Faults are planted in its children. */
@ProofId(id = "plain")
class PlainProof implements PossessionProof {

    private boolean away;

    PlainProof away() {
        away = true;
        return this;
    }

    @Override
    public ProofOffer offer() {
        return new ProofOffer(
                "A porter at the door",
                "A porter brings a code to your room. He reads it.",
                "Room",
                "Up to four digits.");
    }

    @Override
    public Optional<URI> start(Attempt attempt) throws ProofRefused, ProofUnavailable {
        if (!isRoom(attempt.typed())) {
            throw refused(attempt);
        }
        if (away) {
            throw unavailable(attempt);
        }
        return elsewhere(attempt);
    }

    boolean isRoom(String typed) {
        return typed.matches("[0-9]{1,4}");
    }

    ProofRefused refused(Attempt attempt) {
        return new ProofRefused("This is no room. Rooms have up to four digits.");
    }

    ProofUnavailable unavailable(Attempt attempt) {
        return new ProofUnavailable("The porter is away.");
    }

    Optional<URI> elsewhere(Attempt attempt) {
        return Optional.of(URI.create("https://porter.example/desk"));
    }

    @Override
    public boolean check(Attempt attempt, Map<String, String> answer) throws ProofRefused, ProofUnavailable {
        return answer.getOrDefault("porter", "").equals("He is Dr. Nowak.");
    }
}
