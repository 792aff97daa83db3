/** The community's questions, as members and the platform's own doors see them. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.content;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
