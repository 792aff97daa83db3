/** What an instance says about itself on every page. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.notice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
