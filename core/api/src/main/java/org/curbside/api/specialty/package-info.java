/** Catalogues of specialties as they overlap: what each slice that asks them gets to see. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.specialty;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
