/** The licences of physicians that the Texas Medical Board publishes. */
@NullMarked
package org.curbside.verification.texas;

import org.jspecify.annotations.NullMarked;
