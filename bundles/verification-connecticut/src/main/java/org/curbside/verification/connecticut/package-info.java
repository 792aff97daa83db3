/** The credentials of physicians that the State of Connecticut publishes. */
@NullMarked
package org.curbside.verification.connecticut;

import org.jspecify.annotations.NullMarked;
