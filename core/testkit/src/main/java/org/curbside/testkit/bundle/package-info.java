/** Add-ons as files, made without a build: write a jar, change one, sign one, to see what admission makes of it. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.testkit.bundle;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
