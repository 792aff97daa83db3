/** What happened, told to other slices after it is on disk. */
@Export
@Version("1.1.0")
@NullMarked
package org.curbside.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
