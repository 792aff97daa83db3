/** Add-ons that are wrong in one way each, to see that a platform survives them and names the culprit. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.testkit.bad;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
