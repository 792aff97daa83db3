/** How flags, cases, the record and allowances are kept. */
@NullMarked
package org.curbside.moderation.internal.store;

import org.jspecify.annotations.NullMarked;
