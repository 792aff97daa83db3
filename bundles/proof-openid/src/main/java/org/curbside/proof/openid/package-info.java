/** Possession of a licence shown by signing in with a partner who knows whose it is. */
@NullMarked
package org.curbside.proof.openid;

import org.jspecify.annotations.NullMarked;
