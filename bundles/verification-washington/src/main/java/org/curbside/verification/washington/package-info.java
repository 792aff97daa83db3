/** The credentials of physicians that the Washington State Department of Health publishes. */
@NullMarked
package org.curbside.verification.washington;

import org.jspecify.annotations.NullMarked;
