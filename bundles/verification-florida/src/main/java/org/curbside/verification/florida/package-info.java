/** The licences of physicians that the Florida Department of Health publishes. */
@NullMarked
package org.curbside.verification.florida;

import org.jspecify.annotations.NullMarked;
