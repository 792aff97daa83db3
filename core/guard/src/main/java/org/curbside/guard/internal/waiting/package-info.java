/** Where requests wait while a part of the house is replaced. */
@NullMarked
package org.curbside.guard.internal.waiting;

import org.jspecify.annotations.NullMarked;
