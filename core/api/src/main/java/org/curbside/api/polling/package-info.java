/** Polls and their secret ballots. */
@Export
@Version("1.1.0")
@NullMarked
package org.curbside.api.polling;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
