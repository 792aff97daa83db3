/** Counts over time: heat maps and outbreak detection. */
@NullMarked
package org.curbside.insight.internal;

import org.jspecify.annotations.NullMarked;
