/** What a poll type supplies: its ballot, how an answer is read, and how answers are counted and shown. */
@Export
@Version("1.1.0")
@NullMarked
package org.curbside.spi.poll;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
