/** What reaches members outside of the house: the digest by e-mail, web push, and when they are left alone. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.delivery;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
