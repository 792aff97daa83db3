/** Watches over add-ons: what they offer, what they lack, and what they may not reach. */
@NullMarked
package org.curbside.guard.internal;

import org.jspecify.annotations.NullMarked;
