/** What others wrote elsewhere, taken over. */
@NullMarked
package org.curbside.content.internal.imports;

import org.jspecify.annotations.NullMarked;
