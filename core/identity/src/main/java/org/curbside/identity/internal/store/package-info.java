/** How the desk's books are kept. */
@NullMarked
package org.curbside.identity.internal.store;

import org.jspecify.annotations.NullMarked;
