/** The gate. Only it can make a release. */
@NullMarked
package org.curbside.disclosure.internal.gate;

import org.jspecify.annotations.NullMarked;
