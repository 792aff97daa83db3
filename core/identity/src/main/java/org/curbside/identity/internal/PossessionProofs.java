package org.curbside.identity.internal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.spi.verification.PossessionProof;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The ways of showing possession that add-ons bring and that are installed at the moment, by id. */
@Component(service = PossessionProofs.class)
public final class PossessionProofs {

    private final Map<String, PossessionProof> byId = new ConcurrentHashMap<>();

    /** With none at first. */
    @Activate
    public PossessionProofs() {}

    /** One has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProof(PossessionProof proof, Map<String, Object> properties) {
        byId.put("" + properties.get("curbside.proof.id"), proof);
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
}
