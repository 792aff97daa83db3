package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the canary's process is made of. */
interface CanaryKit {

    /** Copies into the folder what the process is run from: the framework, the spi, and the canary itself. */
    List<Path> classPath(Path folder) throws IOException;

    /** Copies into the folder the bundles without which the add-on would not start. */
    void copyBundles(Candidate candidate, Path folder) throws IOException;
}
