/** What the guard knows about the add-ons that are installed, and whether it would let another one in. */
@Export
@Version("1.1.0")
@NullMarked
package org.curbside.api.guard;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
