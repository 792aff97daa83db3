package org.curbside.api.guard;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Says what an installation would do, and does nothing. */
@ProviderType
public interface Planner {

    /** Checks a jar as {@link Admission#check} does, and looks for what needs it. */
    Plan plan(Path jar);
}
