/** The load that {@code karaf-dist/bench/run} puts on a fresh instance. */
@NullMarked
package org.curbside.bench;

import org.jspecify.annotations.NullMarked;
