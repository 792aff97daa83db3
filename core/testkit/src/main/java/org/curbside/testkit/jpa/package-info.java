/** A slice's persistence unit without a container, for the slice's own tests. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.testkit.jpa;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
