/** How many physicians spoke of what, over time. Raw: clients see only what the gate releases of it. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.insight;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
