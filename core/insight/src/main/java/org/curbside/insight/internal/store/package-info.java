/** How counts are kept. */
@NullMarked
package org.curbside.insight.internal.store;

import org.jspecify.annotations.NullMarked;
