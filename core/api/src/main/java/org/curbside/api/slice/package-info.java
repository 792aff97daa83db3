/** How a door (http, web, console) reaches a slice that may be away for a moment while it is replaced. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.slice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
