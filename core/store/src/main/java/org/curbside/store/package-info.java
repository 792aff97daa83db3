/** What a slice needs to keep rows, and to read them: column conversions that are the same on every database, the outbox, and keys beside the database. */
@Export
@Version("2.1.0")
@NullMarked
package org.curbside.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
