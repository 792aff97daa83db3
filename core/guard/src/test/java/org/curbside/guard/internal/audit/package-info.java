@NullMarked
package org.curbside.guard.internal.audit;

import org.jspecify.annotations.NullMarked;
