/**
 * Stands between the slices and add-ons. Slices see guarded services only: calls in flight end on the old instance when one
 * is replaced, none takes longer than its deadline, and an add-on that fails again and again is not asked for a while.
 */
@NullMarked
package org.curbside.guard.internal.calls;

import org.jspecify.annotations.NullMarked;
