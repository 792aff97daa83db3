/** Rows of addresses, browsers and hours, none of which names a member. */
@NullMarked
package org.curbside.delivery.internal.store;

import org.jspecify.annotations.NullMarked;
