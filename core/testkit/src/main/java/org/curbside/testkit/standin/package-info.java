/** Stand-ins on this machine for registries that are asked over the network, with the ways in which the real ones fail. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.testkit.standin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
