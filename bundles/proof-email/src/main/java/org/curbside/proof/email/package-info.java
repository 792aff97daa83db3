/** Possession of a licence shown by an address at an institution. */
@NullMarked
package org.curbside.proof.email;

import org.jspecify.annotations.NullMarked;
