/** Physicians about whom the State of New York has acted for misconduct. */
@NullMarked
package org.curbside.verification.new_.york.opmc;

import org.jspecify.annotations.NullMarked;
