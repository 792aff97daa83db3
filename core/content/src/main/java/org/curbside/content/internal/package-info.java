/** Questions and what becomes of them. */
@NullMarked
package org.curbside.content.internal;

import org.jspecify.annotations.NullMarked;
