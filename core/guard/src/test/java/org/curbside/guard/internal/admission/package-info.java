/** Admission, tried on real jars that are made and signed here. */
@NullMarked
package org.curbside.guard.internal.admission;

import org.jspecify.annotations.NullMarked;
