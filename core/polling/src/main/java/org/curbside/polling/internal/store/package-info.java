/** How polls and ballots are kept. */
@NullMarked
package org.curbside.polling.internal.store;

import org.jspecify.annotations.NullMarked;
