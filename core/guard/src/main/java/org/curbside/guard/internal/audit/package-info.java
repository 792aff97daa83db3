/** Writes down what is done about add-ons, so that it stays. */
@NullMarked
package org.curbside.guard.internal.audit;

import org.jspecify.annotations.NullMarked;
