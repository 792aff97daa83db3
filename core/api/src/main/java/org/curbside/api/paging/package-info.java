/** Lists that are handed out a page at a time. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.paging;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
