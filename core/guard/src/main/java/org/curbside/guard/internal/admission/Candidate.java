package org.curbside.guard.internal.admission;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/**
 * A jar that is a bundle, and may become an add-on.
 *
 * @param file a copy that nobody else writes to
 * @param headers of its manifest
 * @param resource what it needs and provides
 * @param offers what its component descriptors promise
 */
record Candidate(
        Path file,
        String name,
        Version version,
        Map<String, String> headers,
        Resource resource,
        List<Declared> offers) {

    /** The clauses of a header, each a name with attributes and directives. */
    List<Clause> clauses(String header) {
        return Optional.ofNullable(headers.get(header))
                .map(text -> List.of(Parser.parseHeader(text)))
                .orElse(List.of());
    }
}
