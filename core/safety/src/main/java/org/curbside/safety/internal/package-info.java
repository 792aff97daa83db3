/** Adverse-event reports and signal detection. */
@NullMarked
package org.curbside.safety.internal;

import org.jspecify.annotations.NullMarked;
