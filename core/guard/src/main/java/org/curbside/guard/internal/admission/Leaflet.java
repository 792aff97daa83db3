package org.curbside.guard.internal.admission;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.curbside.guard.internal.House;
import org.osgi.framework.Version;

/**
 * What an add-on's jar says of itself, before anything of it is checked.
 *
 * @param signer whoever signed it, trusted or not
 * @param provides each extension point with its id
 */
public record Leaflet(String name, Version version, Optional<String> signer, List<String> provides) {

    /** Of a jar; empty if it holds no add-on. */
    public static Optional<Leaflet> of(Path jar) {
        try {
            Candidate candidate = Opening.of(jar);
            return Optional.of(candidate)
                    .filter(bundle -> !House.isOwn(bundle.name()) && Imports.usesTheSpi(bundle))
                    .map(Leaflet::of);
        } catch (Unfit unfit) {
            return Optional.empty();
        }
    }

    private static Leaflet of(Candidate candidate) {
        return new Leaflet(
                candidate.name(),
                candidate.version(),
                Signature.signer(candidate),
                candidate.offers().stream().map(Declared::toString).toList());
    }
}
