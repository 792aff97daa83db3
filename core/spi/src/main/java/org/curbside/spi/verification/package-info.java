/** What a source of licence facts supplies, and what shows that a licence is the claimant's own, for the licence desk to tell whether a claim is true. */
@Export
@Version("1.2.0")
@NullMarked
package org.curbside.spi.verification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
