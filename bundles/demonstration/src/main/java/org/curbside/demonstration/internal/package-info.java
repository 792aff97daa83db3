/** Questions, advice and members that were made up, to show what the platform does. Not for production. */
@NullMarked
package org.curbside.demonstration.internal;

import org.jspecify.annotations.NullMarked;
