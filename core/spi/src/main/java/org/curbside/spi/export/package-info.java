/** What a file format supplies: how a release that the gate has let through is written to a stream. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.spi.export;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
