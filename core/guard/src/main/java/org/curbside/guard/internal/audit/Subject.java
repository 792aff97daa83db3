package org.curbside.guard.internal.audit;

import java.util.Optional;
import org.curbside.api.guard.Verdict;
import org.osgi.framework.Bundle;

/**
 * The add-on that something is done about, as far as it is known.
 *
 * @param sha256 of its jar
 */
public record Subject(String name, Optional<String> version, Optional<String> sha256, Optional<String> signer) {

    /** What a verdict is about. */
    public static Subject of(Verdict verdict) {
        return new Subject(
                verdict.name().orElse(verdict.file()),
                verdict.version(),
                Optional.of(verdict.sha256()).filter(digest -> !digest.isEmpty()),
                verdict.signer());
    }

    /** What runs, or could. */
    public static Subject of(Bundle bundle) {
        return new Subject(
                bundle.getSymbolicName(), Optional.of("" + bundle.getVersion()), Optional.empty(), Optional.empty());
    }

    /** Whatever somebody calls so. */
    public static Subject named(String name) {
        return new Subject(name, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
