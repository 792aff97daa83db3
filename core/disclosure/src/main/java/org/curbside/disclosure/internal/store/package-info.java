/** How releases are kept. */
@NullMarked
package org.curbside.disclosure.internal.store;

import org.jspecify.annotations.NullMarked;
