package org.curbside.spi.export;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the disclosure gate lets out, and the only thing that leaves. Read-only; there is no way here to make one: the
 * gate has the only implementation, and hands out none but its own.
 */
@ProviderType
public interface Release {

    /** Unique, and the same for the same release for good. */
    String id();

    String title();

    Instant issued();

    List<Table> tables();

    MethodCard method();
}
