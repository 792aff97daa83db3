/** How saved searches are kept. */
@NullMarked
package org.curbside.search.internal.store;

import org.jspecify.annotations.NullMarked;
