/** How questions are kept. */
@NullMarked
package org.curbside.content.internal.store;

import org.jspecify.annotations.NullMarked;
