/** What clients may learn, and the one gate it passes. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.disclosure;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
