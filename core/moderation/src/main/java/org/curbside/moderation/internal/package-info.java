/** How members keep order among themselves. */
@NullMarked
package org.curbside.moderation.internal;

import org.jspecify.annotations.NullMarked;
