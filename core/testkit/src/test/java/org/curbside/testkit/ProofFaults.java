package org.curbside.testkit;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.ProofId;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;

/** Faults in how possession is shown. */
final class ProofFaults {

    private ProofFaults() {}

    @Breaks("it_has_a_lasting_id")
    static final class HasNoId extends PlainProof {}

    @ProofId(id = "plain")
    @Breaks("its_offer_can_be_read")
    static final class ExplainsNothing extends PlainProof {
        @Override
        public ProofOffer offer() {
            return new ProofOffer("A porter at the door", "", "Room", "Up to four digits.");
        }
    }

    @ProofId(id = "plain")
    @Breaks("it_sends_claimants_by_a_safe_way_and_says_nothing_of_them")
    static final class SendsThemInTheOpen extends PlainProof {
        @Override
        Optional<URI> elsewhere(Attempt attempt) {
            return Optional.of(URI.create("http://porter.example/desk"));
        }
    }

    @ProofId(id = "plain")
    @Breaks("it_sends_claimants_by_a_safe_way_and_says_nothing_of_them")
    static final class NamesThemOnTheWay extends PlainProof {
        @Override
        Optional<URI> elsewhere(Attempt attempt) {
            return Optional.of(
                    URI.create("https://porter.example/" + attempt.claim().familyName()));
        }
    }

    @ProofId(id = "plain")
    @Breaks("what_is_away_is_told_in_time")
    static final class FailsWhenItIsAway extends PlainProof {
        @Override
        ProofUnavailable unavailable(Attempt attempt) {
            throw new IllegalStateException("The porter is away.");
        }
    }

    @ProofId(id = "plain")
    @Breaks("whatever_is_typed_is_refused_in_words")
    static final class TakesAnyRoom extends PlainProof {
        @Override
        boolean isRoom(String typed) {
            return !typed.isEmpty();
        }
    }

    @ProofId(id = "plain")
    @Breaks("whatever_is_typed_is_refused_in_words")
    static final class RepeatsWhatWasTyped extends PlainProof {
        @Override
        ProofRefused refused(Attempt attempt) {
            return new ProofRefused("This is no room: " + attempt.typed() + ".");
        }
    }

    @ProofId(id = "plain")
    @Breaks("nothing_that_anybody_makes_up_shows_possession")
    static final class BelievesWhateverIsSaid extends PlainProof {
        @Override
        public boolean check(Attempt attempt, Map<String, String> answer) {
            return answer.containsKey("code");
        }
    }

    @ProofId(id = "plain")
    @Breaks("nothing_that_anybody_makes_up_shows_possession")
    static final class ChokesOnAnAnswer extends PlainProof {
        @Override
        public boolean check(Attempt attempt, Map<String, String> answer) {
            return answer.values().iterator().next().isEmpty() && answer.isEmpty();
        }
    }

    @ProofId(id = "plain")
    @Breaks("nothing_of_a_claim_is_printed")
    static final class Prints extends PlainProof {
        @Override
        Optional<URI> elsewhere(Attempt attempt) {
            System.err.println("Off to " + attempt.claim().familyName());
            return super.elsewhere(attempt);
        }
    }
}
