/** What a screening of text supplies: the spans that could identify a patient, and how serious each is. */
@Export
@Version("1.1.0")
@NullMarked
package org.curbside.spi.screening;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
