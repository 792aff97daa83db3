/** The licences of physicians that the Illinois Department of Financial and Professional Regulation publishes. */
@NullMarked
package org.curbside.verification.illinois;

import org.jspecify.annotations.NullMarked;
