package org.curbside.guard.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The versions of add-ons that are kept from running, with the reason, across restarts. Another version of the same add-on
 * is not held for it.
 */
@Component(service = Quarantine.class)
public final class Quarantine {

    private final Path file;
    private final Properties reasons = new Properties();

    /** Reads who is held. */
    @Activate
    public Quarantine(BundleContext context) throws IOException {
        File kept = Objects.requireNonNull(context.getDataFile("quarantine.properties"), "no place to keep files");
        file = kept.toPath();
        try (InputStream in = Files.newInputStream(file)) {
            reasons.load(in);
        } catch (NoSuchFileException nobody) {
            reasons.clear();
        }
    }

    /** Holds a version from now on; the first reason stays. */
    public void hold(String name, Version version, String reason) {
        if (reasons.putIfAbsent(key(name, version), reason) == null) {
            store();
        }
    }

    /** Lets a version go; says whether it was held. */
    public boolean release(String name, Version version) {
        boolean held = reasons.remove(key(name, version)) != null;
        store();
        return held;
    }

    /** Why a version is held, in a sentence; empty if it is not. */
    public Optional<String> reason(String name, Version version) {
        return Optional.ofNullable(reasons.getProperty(key(name, version)));
    }

    private static String key(String name, Version version) {
        return name + " " + version;
    }

    private synchronized void store() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream out = Files.newOutputStream(fresh)) {
                reasons.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
