/** The licences of physicians that the Delaware Division of Professional Regulation publishes. */
@NullMarked
package org.curbside.verification.delaware;

import org.jspecify.annotations.NullMarked;
