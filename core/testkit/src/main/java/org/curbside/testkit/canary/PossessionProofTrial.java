package org.curbside.testkit.canary;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;

/** Nobody has shown anything here, so that nothing is taken for shown; whatever it would ask on the network is away. */
record PossessionProofTrial(PossessionProof proof, Calls calls) implements Trial {

    private static final Attempt NOBODYS = new Attempt(
            new Claim("Nora", "Nobody", "2900000011", "", ""),
            "nora.nobody@example.org",
            "23456789",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private static final List<Map<String, String>> ANSWERS =
            List.of(Map.of(), Map.of("code", "made-up", "state", NOBODYS.secret()));

    private static final URI HERE = URI.create("about:blank");

    @Override
    public void run(String id) throws Broken {
        ProofOffer offer = calls.of("offer", proof::offer);
        Broken.unless(!offer.title().isBlank(), "Its offer has no title.");
        Broken.unless(!offer.explanation().isBlank(), "Its offer explains nothing.");
        URI elsewhere = calls.of("start", this::started).orElse(HERE);
        Broken.unless(elsewhere.isAbsolute(), "Its start sends claimants to an address that is none.");
        for (Map<String, String> answer : ANSWERS) {
            Broken.unless(!calls.of("check", () -> checked(answer)), "Its check takes what anybody can make up.");
        }
    }

    private Optional<URI> started() {
        try {
            return proof.start(NOBODYS);
        } catch (ProofRefused | ProofUnavailable e) {
            return Optional.empty();
        }
    }

    private boolean checked(Map<String, String> answer) {
        try {
            return proof.check(NOBODYS, answer);
        } catch (ProofRefused | ProofUnavailable e) {
            return false;
        }
    }
}
