package org.curbside.api.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Loads registries that come as files. */
@ProviderType
public interface RegistryLoader {

    /** The ids of the installed registries that can be loaded from a file. */
    List<String> registries();

    /** Loads a file that says itself what it is. */
    default LoadReport load(String registry, Path file, Consumer<LoadReport> progress) throws IOException {
        return load(registry, file, LoadTerms.OF_THE_FILE, progress);
    }

    /**
     * Loads a file: values or JSON, plain, zipped or by gzip. A full one takes the place of what was loaded before, at its end
     * and not earlier, unless nothing in it could be used; one of changes adds to it. The same file again changes nothing; a load that was broken off goes on where it stood. What cannot be
     * used is written to {@code FILE.rejects.csv} with the reason.
     *
     * @param progress told about once a second, on the calling thread
     * @throws IOException when the file cannot be read, or the reject file not be written
     * @throws org.curbside.api.refusal.Refusal when there is no such registry, or a column it needs is missing
     */
    LoadReport load(String registry, Path file, LoadTerms terms, Consumer<LoadReport> progress) throws IOException;
}
