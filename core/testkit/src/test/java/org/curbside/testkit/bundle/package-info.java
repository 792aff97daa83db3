/** Jars that are made without a build. */
@NullMarked
package org.curbside.testkit.bundle;

import org.jspecify.annotations.NullMarked;
