/** How members keep order among themselves: flags, cases, measures and appeals, and how much may be written how fast. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.moderation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
