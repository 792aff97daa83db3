package org.curbside.spi.export;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** One table of a release. */
@ProviderType
public interface Table {

    /** Unique in its release; formed like a {@link Variable#name}. */
    String name();

    List<Variable> columns();

    /** As many cells in each row as there are columns. May be long: read it once, keep none of it. */
    Iterable<List<Cell>> rows();
}
