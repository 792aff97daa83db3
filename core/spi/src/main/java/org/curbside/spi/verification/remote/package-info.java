/** How a registry on the network is asked: in time, at the one place that was configured, and with nothing kept. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.spi.verification.remote;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
