/** What the guard knows about add-ons, whether it would let another one in, and what was done about them. */
@Export
@Version("2.0.0")
@NullMarked
package org.curbside.api.guard;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
