package org.curbside.guard.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.guard.internal.admission.Leaflet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jars that were fetched from where features name them. */
final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final Path folder;
    private final Map<String, Optional<Leaflet>> read = new ConcurrentHashMap<>();

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** What the jar there says of itself; empty if it is no add-on, or cannot be had at the moment. */
    Optional<Leaflet> leaflet(String location) {
        Optional<Leaflet> before = read.get(location);
        if (before != null) {
            return before;
        }
        try {
            Path jar = Files.createTempFile(folder, "look", ".jar");
            try {
                copy(location, jar);
                Optional<Leaflet> leaflet = Leaflet.of(jar);
                read.put(location, leaflet);
                return leaflet;
            } finally {
                Files.delete(jar);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read for the catalogue: {}", location, e.getMessage());
            return Optional.empty();
        }
    }

    /** Under its name; whoever still reads what was fetched before reads on. */
    Path fetch(String location, String name) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        Path fresh = Files.createTempFile(folder, "fetch", ".jar");
        copy(location, fresh);
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        read.remove(location);
        return jar;
    }

    private static void copy(String location, Path into) throws IOException {
        try (InputStream in = URI.create(location).toURL().openStream()) {
            Files.copy(in, into, StandardCopyOption.REPLACE_EXISTING);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
