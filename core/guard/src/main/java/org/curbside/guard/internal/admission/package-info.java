/** Decides whether an add-on is let in: one class for each check, and a canary that starts it elsewhere first. */
@NullMarked
package org.curbside.guard.internal.admission;

import org.jspecify.annotations.NullMarked;
