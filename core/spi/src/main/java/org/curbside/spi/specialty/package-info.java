/** What a catalogue of medical specialties supplies: the channels in which physicians ask and advise. */
@Export
@Version("1.2.0")
@NullMarked
package org.curbside.spi.specialty;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
