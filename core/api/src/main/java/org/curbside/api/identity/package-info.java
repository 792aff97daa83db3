/** The licence desk: who is a physician. Knows names and licences; knows no pseudonym. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
