/** How accounts and sessions are kept. */
@NullMarked
package org.curbside.membership.internal.store;

import org.jspecify.annotations.NullMarked;
