/** Whether a name or a licence number, written in one way, is the one that is written in another. */
@NullMarked
package org.curbside.identity.internal.match;

import org.jspecify.annotations.NullMarked;
