/** Named refusals: what the platform says when it will not do what it was asked, in words that a member can act on. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.refusal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
