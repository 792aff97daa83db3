/** Suspected adverse reactions, and what many reports of them hint at. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.safety;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
