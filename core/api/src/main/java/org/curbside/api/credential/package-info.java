/** What the licence desk hands to a verified physician and the membership takes, without a word about the person. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.credential;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
