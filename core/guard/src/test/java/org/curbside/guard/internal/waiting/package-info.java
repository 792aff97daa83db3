@NullMarked
package org.curbside.guard.internal.waiting;

import org.jspecify.annotations.NullMarked;
