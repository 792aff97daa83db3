/** Finding what was asked and advised, as members and the platform's own doors do it. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
