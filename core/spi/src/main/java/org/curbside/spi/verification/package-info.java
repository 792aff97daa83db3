/** What a source of licence facts supplies, so that the licence desk can tell whether a claim is true. */
@Export
@Version("1.1.0")
@NullMarked
package org.curbside.spi.verification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
