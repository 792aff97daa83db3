/** How reports are kept. */
@NullMarked
package org.curbside.safety.internal.store;

import org.jspecify.annotations.NullMarked;
