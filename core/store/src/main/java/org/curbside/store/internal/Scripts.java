package org.curbside.store.internal;

import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** A slice's migration scripts, handed to Flyway by name so that it never scans a class path. */
final class Scripts implements ResourceProvider {

    private final List<Script> scripts;

    Scripts(Stream<URL> urls) {
        this.scripts = urls.map(Script::new).toList();
    }

    /** Those of {@code bundle} in {@code location}, and in its folder for one database vendor. */
    static Scripts of(Bundle bundle, String location, String vendor) {
        return new Scripts(Stream.of(location, location + "/" + vendor)
                .map(folder -> bundle.findEntries(folder, "*.sql", false))
                .filter(Objects::nonNull)
                .flatMap(found -> Collections.list(found).stream()));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getFilename().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }
}
