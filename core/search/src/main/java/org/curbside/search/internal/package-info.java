/** Finding what was asked and advised. */
@NullMarked
package org.curbside.search.internal;

import org.jspecify.annotations.NullMarked;
