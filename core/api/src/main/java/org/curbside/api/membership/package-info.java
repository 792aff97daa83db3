/** Who is at the door: pseudonymous members, clients' analysts and operators. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.membership;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
