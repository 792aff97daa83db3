@NullMarked
package org.curbside.guard.internal.catalogue;

import org.jspecify.annotations.NullMarked;
