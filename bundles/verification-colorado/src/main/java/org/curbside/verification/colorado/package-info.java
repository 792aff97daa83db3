/** The licences of physicians that the Colorado Department of Regulatory Agencies publishes. */
@NullMarked
package org.curbside.verification.colorado;

import org.jspecify.annotations.NullMarked;
