/** The guard in a framework of its own. */
@NullMarked
package org.curbside.guard.internal;

import org.jspecify.annotations.NullMarked;
