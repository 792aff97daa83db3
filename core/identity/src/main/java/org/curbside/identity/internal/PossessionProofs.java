package org.curbside.identity.internal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofUnavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The ways of showing possession that add-ons bring and that are installed at the moment, by id. */
@Component(service = PossessionProofs.class)
public final class PossessionProofs {

    private final Map<String, PossessionProof> byId = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /** With none at first. */
    @Activate
    public PossessionProofs() {}

    /** One has come. The call is the desk's own, and its id nobody else's. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProof(PossessionProof proof, Map<String, Object> properties) {
        String id = "" + properties.get("curbside.proof.id");
        if (!id.equals(OtherWays.CALL)) {
            byId.put(id, proof);
            failures.remove(id);
        }
    }

    /** One has gone. */
    public void removeProof(PossessionProof proof) {
        byId.values().remove(proof);
    }

    /** All of them by their ids, sorted. */
    SortedMap<String, PossessionProof> all() {
        return new TreeMap<>(byId);
    }

    /** The one with that id. */
    Optional<PossessionProof> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** It was used, and all is well with it. */
    void worked(String id) {
        failures.remove(id);
    }

    /** It could not be used, for a reason that the operator may know. */
    void failed(String id, ProofUnavailable why) {
        failures.put(id, Optional.ofNullable(why.getMessage()).orElse("It gives no reason."));
    }

    /** Why it could not be used at the last try, or empty. */
    String failure(String id) {
        return failures.getOrDefault(id, "");
    }

    /** What it says of itself; empty if it cannot even do that. */
    static Optional<ProofOffer> offer(PossessionProof proof) {
        try {
            return Optional.of(proof.offer());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
