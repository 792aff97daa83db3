/** Pictures that somebody sends, drawn anew: of what came, nothing is left but what there is to see. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.picture;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
